package engine

import (
	"slices"
	"strings"
)

// translate adds a translation beside a typed text. Those who have the text
// have the translation; it goes with the text if that is expunged.
func (x *Exercise) translate(seat string, op Translate) error {
	i, ok := x.placeOf(op.Of)
	if !ok || int(i) >= x.texts.len() || x.texts.at(int(i)).ID != op.Of || x.texts.at(int(i)).Expunged || !x.reachOf(seat).has(x.texts.at(int(i)).To) {
		return refuse("no-such-text", "text", op.Of)
	}
	t := x.texts.at(int(i))
	switch {
	case strings.TrimSpace(op.Text) == "":
		return refuse("nothing-said")
	case !isTag(op.Lang):
		return refuse("no-language")
	case op.Lang == t.Lang:
		return refuse("same-language", "lang", op.Lang)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	to, scope := t.To, x.scope(seat)
	x.emit(to, &Translated{Of: op.Of, Text: x.typed(to, scope, op.Lang, op.Text, op.Of)})
	return nil
}

func (x *Exercise) applyTranslated(e *Event, b *Translated) {
	i, ok := x.placeOf(b.Of)
	j, found := x.placeOf(b.Text)
	if !ok || !found {
		return // expunged, and the record was read after
	}
	t := x.texts.edit(int(i), x.gen)
	lang := x.texts.at(int(j)).Lang
	t.Translations = slices.DeleteFunc(slices.Clone(t.Translations), func(tr Translation) bool { return tr.Lang == lang })
	t.Translations = append(t.Translations, Translation{Text: b.Text, Lang: lang, By: e.By, Seat: e.Seat, T: e.T})
}

// untranslate takes an expunged translation from its original.
func (x *Exercise) untranslate(of, text string) {
	i, ok := x.placeOf(of)
	if !ok || of == "" || int(i) >= x.texts.len() {
		return
	}
	gone := func(tr Translation) bool { return tr.Text == text }
	if t := x.texts.at(int(i)); slices.ContainsFunc(t.Translations, gone) {
		t = x.texts.edit(int(i), x.gen)
		t.Translations = slices.DeleteFunc(slices.Clone(t.Translations), gone)
	}
}
