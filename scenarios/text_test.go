package scenarios

import "testing"

func TestTextFind(t *testing.T) {
	for name, c := range map[string]struct {
		text      Text
		lang      string
		want, tag string
	}{
		"as asked":                        {Text{"en": "a", "zh-Hans": "b"}, "zh-Hans", "b", "zh-Hans"},
		"plain for one with a script":     {Text{"en": "a", "zh": "b"}, "zh-Hans", "b", "zh"},
		"one with a script for plain":     {Text{"en": "a", "zh-Hans": "b"}, "zh", "b", "zh-Hans"},
		"first of several like it":        {Text{"zh-Hant": "c", "zh-Hans": "b", "en": "a"}, "zh", "b", "zh-Hans"},
		"English where it lacks":          {Text{"de": "c", "en-GB": "a"}, "fr", "a", "en-GB"},
		"any where English lacks too":     {Text{"ru": "c", "de": "a"}, "fr", "a", "de"},
		"empty, where that is what it is": {Text{"en": "a", "fr": ""}, "fr", "", "fr"},
		"none":                            {nil, "fr", "", ""},
		"no language asked":               {Text{"en": "a", "fr": "b"}, "", "a", "en"},
	} {
		t.Run(name, func(t *testing.T) {
			got, tag := c.text.Find(c.lang)
			if got != c.want || tag != c.tag || c.text.In(c.lang) != got {
				t.Errorf("%v in %q is %q, under %q", c.text, c.lang, got, tag)
			}
		})
	}
}
