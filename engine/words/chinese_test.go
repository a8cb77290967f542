package words_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"parley/engine/words"
)

// marked gives each argument of a code its own name in angle brackets, but for
// one that is empty.
func marked(code, empty string) map[string]string {
	args := map[string]string{}
	for _, p := range words.Placeholders(code) {
		args[p] = "⟨" + p + "⟩"
		if p == empty {
			args[p] = ""
		}
	}
	return args
}

// shown are the arguments that a line of marked ones speaks of, given or not.
func shown(line string) []string {
	return slices.Sorted(slices.Values(regexp.MustCompile("[⟨{][a-z]+").FindAllString(line, -1)))
}

func isChinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
	})
}

// Every code is said in Chinese, of the same things as in English.
func TestChineseSaysWhatEnglishSays(t *testing.T) {
	t.Parallel()
	alike := []string{"event.delivered", "tell.quoted", "tell.inject"} // names and quotes alone
	for _, space := range spaces() {
		for _, code := range words.Codes(space) {
			if got := words.Say("zh-Hans", code, marked(code, "")); !isChinese(got) && !slices.Contains(alike, code) {
				t.Errorf("%s is not said in Chinese: %q", code, got)
			}
			for _, empty := range append(words.Placeholders(code), "") {
				args := marked(code, empty)
				english, chinese := words.Say("en", code, args), words.Say("zh-Hans", code, args)
				if !slices.Equal(shown(english), shown(chinese)) {
					t.Errorf("%s without %q: %q in English, %q in Chinese", code, empty, english, chinese)
				}
			}
		}
	}
}

// A Chinese line is Chinese throughout: no English words, no punctuation of
// half width.
func TestChineseIsChinese(t *testing.T) {
	t.Parallel()
	code := regexp.MustCompile("（[a-z-]+）") // what is typed as it is, beside what it means
	latin := regexp.MustCompile("[A-Za-z]+")
	known := []string{"Parley", "UTF", "CERT", "IP"}
	for _, space := range spaces() {
		for _, name := range words.Codes(space) {
			args := map[string]string{}
			for _, p := range words.Placeholders(name) {
				args[p] = "某"
			}
			got := words.Say("zh-Hans", name, args)
			english := func(word string) bool { return !slices.Contains(known, word) }
			if slices.ContainsFunc(latin.FindAllString(code.ReplaceAllString(got, ""), -1), english) {
				t.Errorf("%s has English in it: %q", name, got)
			}
			if strings.ContainsAny(got, ",;:!?()[]\"'") || strings.Contains(got, "  ") || strings.TrimSpace(got) != got {
				t.Errorf("%s is not set as Chinese: %q", name, got)
			}
			if words.HarmlessLine(got) != got {
				t.Errorf("%s is not harmless: %q", name, got)
			}
			if space == "refusal" && !strings.HasSuffix(got, "。") {
				t.Errorf("%s is not a sentence: %q", name, got)
			}
		}
	}
}

// What holds the widest word of English, or five characters, holds every word
// of Chinese.
func TestChineseFits(t *testing.T) {
	t.Parallel()
	for _, space := range spaces() {
		english, chinese := 10, 0
		widest := ""
		for _, code := range words.Codes(space) {
			english = max(english, ansi.StringWidth(words.Say("en", code, marked(code, ""))))
			if w := ansi.StringWidth(words.Say("zh-Hans", code, marked(code, ""))); w > chinese {
				chinese, widest = w, code
			}
		}
		if chinese > english {
			t.Errorf("%s takes %d cells, there is room for %d", widest, chinese, english)
		}
	}
}
