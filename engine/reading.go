package engine

import (
	"maps"
	"slices"
	"strings"

	"parley/scenarios"
)

// Reading is a text as a reader of a language gets it.
type Reading struct {
	Text string
	Lang string // that it is in, "" if there is no text
	// Stale: an edit in another language left it behind.
	Stale bool
	// Gone: it was expunged.
	Gone bool
}

// PieceIn is a part of a delivery for a reader of a language: what was typed in
// it, else what the planner wrote in it, else what was typed in any.
func (v View) PieceIn(p *Piece, lang string) Reading {
	if tag, ok := tagFor(p.Typed, lang); ok {
		return v.typedIn(p.Typed[tag], tag)
	}
	text, tag := scenarios.Text(p.Text).Find(lang)
	if len(p.Typed) > 0 && !scenarios.SameLanguage(tag, lang) {
		tag = slices.Min(slices.Collect(maps.Keys(p.Typed)))
		return v.typedIn(p.Typed[tag], tag)
	}
	return Reading{Text: text, Lang: tag, Stale: slices.Contains(p.Stale, tag)}
}

// tagFor finds a language among tags: lang itself, else the first by tag of the
// same language.
func tagFor(of map[string]string, lang string) (string, bool) {
	if _, ok := of[lang]; ok {
		return lang, true
	}
	for _, tag := range slices.Sorted(maps.Keys(of)) {
		if scenarios.SameLanguage(tag, lang) {
			return tag, true
		}
	}
	return "", false
}

func (v View) typedIn(id, lang string) Reading {
	t, ok := v.Text(id)
	return Reading{Text: t, Lang: lang, Gone: !ok}
}

// ItemIn is a part ("subject", "body", "ask", "from") of an inject for a reader
// of a language: as it was delivered last, of several texts the one that went
// out; before that as it stands, with what was edited. Of an edited part in ""
// the edit. For control.
func (v View) ItemIn(m *MSELItem, part, lang string) Reading {
	if p := v.sent(m, part); p != nil {
		return v.PieceIn(p, lang)
	}
	var text scenarios.Text
	switch part {
	case "subject":
		text = m.Def.Content.Subject
	case "body":
		text = m.Def.Content.Body
	case "ask":
		text = m.Def.Content.Ask
	case "from":
		text = sender(v.s.sc, m.Def)
	}
	planned, tag := text.Find(lang)
	ed, edited := m.Edits[part]
	if !edited {
		return Reading{Text: planned, Lang: tag}
	}
	now := v.typedIn(ed.text, ed.lang)
	emptied := !now.Gone && strings.TrimSpace(now.Text) == ""
	if emptied || lang == "" || scenarios.SameLanguage(ed.lang, lang) || !scenarios.SameLanguage(tag, lang) {
		return now
	}
	return Reading{Text: planned, Lang: tag, Stale: true}
}

// sent is a part of what players got of an inject, nil while it has not gone
// out.
func (v View) sent(m *MSELItem, part string) *Piece {
	if m.State != InjectDelivered || len(m.deliveries) == 0 {
		return nil
	}
	d := v.s.deliveries.at(int(m.deliveries[len(m.deliveries)-1]))
	switch part {
	case "subject":
		return &d.Subject
	case "body":
		return &d.Body
	case "ask":
		return &d.Ask
	}
	return nil // the sender is named in each reader's language
}
