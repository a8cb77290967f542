package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// langOf is the language of a seat's screens: what was chosen there, else what
// its side or this terminal has, else the scenario's.
func (m *Model) langOf(seat string) string {
	if chosen := m.langs[seat]; chosen != "" {
		return chosen
	}
	_, side, ofSide := strings.Cut(seat, "/") // of the staff's seats
	switch {
	case engine.IsStaff(seat) && m.opts.Lang != "":
		return m.opts.Lang
	case !ofSide:
		side = m.view.SideOf(seat)
	}
	for _, s := range m.view.Sides() {
		if s.ID == side && s.Language != "" {
			return s.Language
		}
	}
	return m.view.Head().Language
}

// reader is the seat whose language the screen in sight speaks: an observer
// reads all screens in the same.
func (m *Model) reader() string {
	if m.looksOn() {
		return m.home
	}
	return m.actor()
}

// speak puts what is drawn from now on into the language of the screen in
// sight.
func (m *Model) speak() {
	lang := m.langOf(m.reader())
	if lang == m.lang {
		return
	}
	m.lang = lang
	m.st = m.st.next()
	m.tells.drop()
}

// screenLanguages are those that screens speak of themselves.
func screenLanguages() []string { return []string{"en", "zh-Hans"} }

// languages are what can be chosen at the screen in sight: those of the
// screens, and those that the scenario has texts in.
func (m *Model) languages() []string {
	out := screenLanguages()
	add := func(t scenarios.Text) {
		for tag := range t {
			base := strings.HasPrefix(out[0], tag+"-") || strings.HasPrefix(out[1], tag+"-")
			if !base && !slices.Contains(out, tag) {
				out = append(out, tag)
			}
		}
	}
	v := m.sight()
	add(v.Head().Title)
	for _, s := range v.Sides() {
		add(s.Name)
	}
	for _, t := range v.Briefings() {
		add(t)
	}
	for _, r := range v.Seats() {
		add(r.Title)
	}
	slices.Sort(out[len(screenLanguages()):])
	return out
}

// languageName is a language by its own name, where that is known here.
func languageName(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	name := map[string]string{
		"ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "ja": "日本語", "ko": "한국어",
		"pt": "Português", "ru": "Русский", "uk": "Українська", "zh": "中文",
	}[base]
	if name == "" {
		return line(tag)
	}
	return name + " (" + line(tag) + ")"
}

// languageForm chooses the language of the seat in sight.
func (m *Model) languageForm() tea.Cmd {
	var options []option
	now := ""
	for _, tag := range m.languages() {
		name := languageName(tag)
		if !words.Spoken(tag) {
			name = m.t("{language}: texts of the scenario; the screens stay English", "language", name)
		}
		options = append(options, option{tag, name})
		if tag == m.lang || now == "" && scenarios.SameLanguage(tag, m.lang) {
			now = tag
		}
	}
	pick := newPick(m.t("Language"), options, now)
	pick.rows = len(options)
	f := &form{title: m.t("Language of this seat's screens"), fields: []field{pick}, send: m.t("choose")}
	seat := m.reader()
	f.instead = func(m *Model) (tea.Cmd, string) {
		m.drop(f)
		m.langs[seat] = pick.value()
		m.keep(langKeys+seat, pick.value())
		m.speak()
		return nil, ""
	}
	return m.open(f)
}

// mark names the language of a text that is not the reader's, or says that an
// edit in another language left the text behind; "" where there is nothing to
// say.
func (m *Model) mark(r engine.Reading) string {
	switch {
	case r.Text == "":
	case !scenarios.SameLanguage(r.Lang, m.lang):
		return "[" + line(r.Lang) + "]"
	case r.Stale:
		return m.t("[out of date]")
	}
	return ""
}

// read is a text of the scenario as the reader gets it.
func (m *Model) read(t scenarios.Text) engine.Reading {
	text, tag := t.Find(m.lang)
	return engine.Reading{Text: text, Lang: tag}
}

// mark is that of a text on a page, said where it changes from one text to the
// next.
func (p *page) mark(r engine.Reading) string {
	if r.Text == "" {
		return ""
	}
	now := p.m.mark(r)
	was := p.marked
	if p.marked = now; now == was {
		return ""
	}
	return now
}

// tagged is a text on one line with its mark before it.
func (p *page) tagged(r engine.Reading) string {
	if mark := p.mark(r); mark != "" {
		return mark + " " + line(r.Text)
	}
	return line(r.Text)
}

// prose adds a text laid out, with its mark on a line before it.
func (p *page) prose(r engine.Reading) {
	if mark := p.mark(r); mark != "" {
		p.note(mark)
	}
	p.markdown(r.Text)
}

// headline adds a text on lines of its own in bold, with its mark before it.
func (p *page) headline(r engine.Reading) {
	mark := p.mark(r)
	if mark == "" {
		p.lit(line(r.Text), p.st.bold)
		return
	}
	lines := wrap(mark+" "+line(r.Text), p.w)
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, mark); ok && i == 0 {
			p.add(p.st.dim.Render(mark) + p.st.bold.Render(rest))
			continue
		}
		p.add(p.st.bold.Render(l))
	}
}
