package tui

import "strings"

// footerKey is all that the footer is drawn from: the keys that apply are
// those of the scope whose bindings have nothing against them.
type footerKey struct {
	keys, note   string
	failed, busy bool
	told         bool
	style, w     int
}

func (m *Model) drawFooter() *drawn {
	key := footerKey{keys: m.footerKeys(), note: m.note, failed: m.failed, told: m.told, busy: m.sending > 0, style: m.st.gen, w: m.w}
	return m.frame.footer.get(key, func() []string {
		s := " "
		switch {
		case key.note != "" && key.failed:
			s += m.st.errorLine.Render("✗ " + key.note)
		case key.told:
			s += m.st.warn.Render("» " + key.note)
		case key.note != "":
			s += m.st.infoLine.Render("✓ " + key.note)
		case key.busy:
			s += m.st.warn.Render(m.t("sending…"))
		default:
			s += m.styleKeys(key.keys)
		}
		return []string{m.st.rule.Render(ruleLine("", m.w)), fit(s, m.w)}
	})
}

// The footer's keys are kept as text, so that a comparison tells whether they
// are the same: "key\x00label\x01key\x00label".
const (
	keyEnd  = "\x00"
	bindEnd = "\x01"
)

// footerKeys gathers the keys that apply now, the most useful first, as many
// as there is room for.
func (m *Model) footerKeys() string {
	room := m.w - 2 - width("? "+m.t("help"))
	var b strings.Builder
	now := m.currentScope()
	of := func(here func(b *binding) bool) {
		for rank := 1; rank <= 3; rank++ {
			for i := range m.binds {
				d := &m.binds[i]
				if !here(d) || d.foot != rank || d.against(m) != "" {
					continue
				}
				label := d.footLabel(m)
				if label == "" {
					continue
				}
				n := width(m.keyName(d.footKeys())) + 1 + width(label) + 2
				if n > room {
					continue
				}
				room -= n
				b.WriteString(m.keyName(d.footKeys()) + keyEnd + label + bindEnd)
			}
		}
	}
	of(func(d *binding) bool { return d.scope == now })
	switch now {
	case scopeHelp:
		return strings.TrimSuffix(b.String(), bindEnd)
	case scopeForm:
		return b.String() + "F1" + keyEnd + m.t("help") // a question mark may be a part of what is typed
	case scopeDetail:
		of(func(d *binding) bool { return (d.onThing || d.ofClock()) && d.scope == m.screenScope() })
	}
	return b.String() + "?" + keyEnd + m.t("help")
}

// keyName is the text of keys in the reader's language.
func (m *Model) keyName(keys string) string { return strings.Replace(keys, "space", m.t("space"), 1) }

func (m *Model) styleKeys(keys string) string {
	var out []string
	for k := range strings.SplitSeq(keys, bindEnd) {
		key, label, _ := strings.Cut(k, keyEnd)
		out = append(out, m.st.key.Render(key)+" "+label)
	}
	return strings.Join(out, "  ")
}
