package engine

import "testing"

func TestAnEditIsReadInEveryLanguage(t *testing.T) {
	tb := started(t, branches)
	body := "改过的正文。"
	tb.do(SeatControl, Edit{Inject: "report", Lang: "zh-Hans", Body: &body})
	item := func(lang string) Reading {
		v, _ := tb.x.View(SeatControl)
		it, _ := v.Item("report")
		return v.ItemIn(&it, "body", lang)
	}
	if r := item("en"); r.Lang != "en" || !r.Stale || r.Text == body {
		t.Errorf("in English, left behind by the edit: %+v", r)
	}
	edited := Reading{Text: body, Lang: "zh-Hans"}
	for _, lang := range []string{"zh-Hans", "zh", "fr", ""} { // a reader of French has nothing newer
		if r := item(lang); r != edited {
			t.Errorf("in %q: %+v", lang, r)
		}
	}
	tb.until("2m")
	v, _ := tb.x.View("alder-cyber")
	it := v.InboxAt(0)
	for lang, want := range map[string]Reading{
		"en":      {Text: item("en").Text, Lang: "en", Stale: true},
		"zh":      edited,
		"zh-Hant": edited,
		"fr":      edited,
	} {
		if got := v.PieceIn(&it.Body, lang); got != want {
			t.Errorf("delivered, in %s: %+v", lang, got)
		}
	}
}

func TestASenderIsReadInEveryLanguage(t *testing.T) {
	tb := started(t, `
[[persona]]
id = "desk"
name = { en = "The night desk", zh-Hans = "夜间服务台" }
[[inject]]
id = "call"
phase = "one"
at = "1m"
channel = "email"
from = "desk"
to = ["alder-cyber"]
subject = "A call"
`)
	control, _ := tb.x.View(SeatControl)
	planned, _ := control.Item("call")
	tb.until("2m")
	v, _ := tb.x.View("alder-cyber")
	it := v.InboxAt(0)
	for lang, want := range map[string]string{"en": "The night desk", "zh-Hans": "夜间服务台"} {
		if got := control.ItemIn(&planned, "from", lang).Text; got != want {
			t.Errorf("control reads in %s: %q", lang, got)
		}
		if got := v.PieceIn(&it.From, lang).Text; got != want {
			t.Errorf("the addressee reads in %s: %q", lang, got)
		}
	}
}
