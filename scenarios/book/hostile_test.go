package book_test

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley/scenarios"
	"parley/scenarios/book"
)

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// poison puts a text into every place of a scenario where a planner can write
// what they like.
func poison(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.Map:
		for _, k := range v.MapKeys() {
			v.SetMapIndex(k, reflect.ValueOf(text))
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), text)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "From":
				if v.Field(i).Kind() == reflect.String {
					v.Field(i).SetString(text)
				}
			case "Basis", "Source", "Label", "Name", "WhenText", "ConditionText":
				if v.Field(i).Kind() == reflect.String {
					v.Field(i).SetString(text)
					continue
				}
				poison(v.Field(i), text)
			default:
				poison(v.Field(i), text)
			}
		}
	}
}

func TestHostile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"script":         `<script>alert(1)</script>`,
		"attribute":      `"><img src=x onerror=alert(1)> ' onload='x`,
		"style":          `</style></head><body><script>alert(1)</script>`,
		"comment":        `<!-- --> <!-- ]]> <![CDATA[ <?xml ?>`,
		"links":          "[x](javascript:alert(1)) ![x](https://example.example/x.png) <https://example.example> [y]\n\n[y]: https://example.example 'z'",
		"entities":       "&#x202e;&#60;script&#62; &lt;script&gt; &amp;lt; &nbsp; &#0; &#27;",
		"directions":     "abc\u202edef\u2066ghi\u200f",
		"controls":       "\x1b[31mred\x07\x00\x08",
		"invalid":        "a\xff\xfe\xc0b",
		"template":       `{{.}} {title} [{x}] {{"a" | html}}`,
		"markdown block": "<div>\n\n<script>\nalert(1)\n</script>\n\n</div>\n\n```html x=\"y\"\n<b>\n```\n\n# <i>h</i>\n\n| <u> | b |\n| --- | :-: |\n| 1 | `<s>` |",
		"fence":          "``` \" onclick=x\nx",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sc := load(t, small)
			poison(reflect.ValueOf(sc).Elem(), text)
			for _, lang := range []string{"en", "zh-Hans"} {
				page := printed(t, sc, book.Options{Lang: lang})
				read(t, page)
				if !utf8.ValidString(page) {
					t.Error("the page is not valid UTF-8")
				}
				for _, bad := range []string{"\u202e", "\u2066", "\x1b", "\x00", "\x07"} {
					if strings.Contains(page, bad) {
						t.Errorf("the page holds %q", bad)
					}
				}
			}
		})
	}
}

// TestHuge: what is long or deep takes no more than its length's time.
func TestHuge(t *testing.T) {
	t.Parallel()
	const n = 100_000
	for name, text := range map[string]string{
		"marks":     "a" + strings.Repeat("\u0301", n),
		"quotes":    strings.Repeat(">", n),
		"lists":     strings.Repeat("- ", n),
		"numbers":   strings.Repeat("1. ", n),
		"stars":     strings.Repeat("*a ", n),
		"brackets":  strings.Repeat("[", n),
		"ticks":     ticks(400),
		"table":     "|" + strings.Repeat("a|", n/10) + "\n|" + strings.Repeat("-|", n/10) + "\n",
		"one line":  strings.Repeat("x", 1<<20),
		"ampersand": strings.Repeat("&#", n),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sc := load(t, small)
			sc.Briefing = scenarios.Text{"en": text}
			begun := time.Now()
			read(t, printed(t, sc, book.Options{Only: []book.Part{book.Briefing}}))
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// ticks opens code with each number of backticks and closes none.
func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + " ")
	}
	return b.String()
}

func TestLanguages(t *testing.T) {
	t.Parallel()
	page := func(name, lang string) string {
		var b strings.Builder
		for _, p := range read(t, printed(t, load(t, name), book.Options{Lang: lang})) {
			b.WriteString(p.text + "\n")
		}
		return b.String()
	}
	chinese := page(small, "zh-Hans")
	for _, want := range []string{"演练", "两张桌子", "请在演练开始之前阅读本页。", "值班工程师", "网络中有陌生人", "今晚由谁决定？", "Director of the works [en]", "[en] BRIEFING-SHIFT", "Inform the regulator [en]"} {
		if !strings.Contains(chinese, want) {
			t.Errorf("in Chinese it does not say %q", want)
		}
	}
	if page(small, "zh") != chinese {
		t.Error("zh does not print what zh-Hans does")
	}
	english := page(small, "")
	if strings.Contains(english, "[en]") || strings.Contains(english, "两张") {
		t.Error("the English page has marks or Chinese")
	}
	// A scenario that has no Chinese at all says so once.
	lathe := page("quiet-lathe", "zh")
	if strings.Contains(lathe, "[en]") || !strings.Contains(lathe, "演练") {
		t.Error("every text of a scenario without Chinese is marked, or none of the labels is Chinese")
	}
}
