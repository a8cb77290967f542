package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Say turns a code with arguments into a sentence or a phrase in a language.
// A code that the language lacks is said in English; one that English lacks is
// given back as it is, so that nothing is ever silent. An argument that is not
// given stays visible as {name}.
//
// Arguments are put in as they are: whoever draws the result makes it
// [HarmlessLine].
func Say(lang, code string, args map[string]string) string {
	space, name, _ := strings.Cut(code, ".")
	text, ok := lookup(lang, space, name, args)
	if !ok {
		return code
	}
	return fill(lang, text, args)
}

// Label puts a screen's own text, written in English with {placeholders}, into
// a language. args are names and values in turn. What the language lacks stays
// English.
func Label(lang, text string, args ...string) string {
	base, _, _ := strings.Cut(lang, "-")
	if base == "zh" {
		if t, ok := label(chineseLabels, text); ok {
			text = t
		}
	}
	return Fill(lang, text, args...)
}

// Fill puts names and values in turn into a text that [Label] has put into a
// language without them.
func Fill(lang, text string, args ...string) string {
	if len(args) == 0 {
		return text
	}
	m := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		m[args[i]] = args[i+1]
	}
	return fill(lang, text, m)
}

// Spoken reports whether screens and codes are said in a language. Of others,
// English is what there is.
func Spoken(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return base == "en" || base == "zh"
}

// Labels is what a language has for the screens' own texts, by their English;
// empty for a language that there is no table of.
func Labels(lang string) map[string]string {
	out := map[string]string{}
	if base, _, _ := strings.Cut(lang, "-"); base != "zh" {
		return out
	}
	for line := range strings.Lines(chineseLabels) {
		if text, said, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " = "); ok {
			out[text] = said
		}
	}
	return out
}

// label finds a text in a table of lines "English = other language".
func label(table, text string) (string, bool) {
	_, after, ok := strings.Cut(table, "\n"+text+" = ")
	if !ok || text == "" {
		return "", false
	}
	found, _, _ := strings.Cut(after, "\n")
	return found, true
}

// Has reports whether English has words for a code, which every language falls
// back on.
func Has(code string) bool {
	space, name, _ := strings.Cut(code, ".")
	_, ok := find(english(space), name)
	return ok
}

// Codes are the codes of a namespace that English has words for, forms
// ("lapsed.approval") among them, in the order of the table.
func Codes(space string) []string {
	var out []string
	for line := range strings.Lines(english(space)) {
		if name, _, ok := strings.Cut(line, " "); ok {
			out = append(out, space+"."+name)
		}
	}
	return out
}

// Placeholders are the arguments that the English words of a code speak of, in
// the order of the text.
func Placeholders(code string) []string {
	space, name, _ := strings.Cut(code, ".")
	text, _ := find(english(space), name)
	var out []string
	for {
		_, after, ok := strings.Cut(text, "{")
		if !ok {
			return out
		}
		placeholder, rest, _ := strings.Cut(after, "}")
		arg, _, _ := strings.Cut(placeholder, ":")
		out = append(out, arg)
		text = rest
	}
}

func closing(open byte) byte {
	if open == '{' {
		return '}'
	}
	return ']'
}

// lookup finds the words for a code: the form that the arguments choose before
// the plain one, the language before English.
func lookup(lang, space, name string, args map[string]string) (string, bool) {
	suffix := form(space, name, args)
	for _, table := range [2]string{tables(lang, space), english(space)} {
		if suffix != "" {
			if text, ok := find(table, name+"."+suffix); ok {
				return text, true
			}
		}
		if text, ok := find(table, name); ok {
			return text, true
		}
	}
	return "", false
}

// form says which form of a code its arguments call for, "" for the plain one.
func form(space, name string, args map[string]string) string {
	switch space + "." + name {
	case "refusal.wrong-moment":
		return args["life"]
	case "refusal.wrong-state":
		return args["state"]
	case "step.put":
		if args["last"] != "" {
			return "all"
		}
	case "event.lapsed":
		return args["what"]
	case "event.paused", "event.proposed":
		return args["why"]
	case "event.question-put":
		return args["alone"]
	case "event.approval-decided", "event.cond-turned", "event.milestone-set",
		"event.agreed", "event.clearance-decided", "event.claimed", "event.filed", "event.line-marked", "event.rated":
		return args["yes"]
	case "event.hotline-stepped":
		return args["step"]
	case "event.commitment-judged":
		return args["way"]
	case "event.expectation-set":
		return args["status"]
	case "event.messaged":
		if args["to"] == "" {
			return "direct"
		}
	}
	switch {
	case space == "cause" && name == "lapsed" && args["what"] != "":
		return args["what"]
	case (space == "cause" || space == "finding") && args["authority"] == "":
		return "none"
	}
	return ""
}

// tables gives a namespace in a language: the tag itself, else its first part
// ("en-GB" is "en"); empty for a language that there is no file of.
func tables(lang, space string) string {
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "en":
		return english(space)
	case "zh":
		return chinese(space) // Simplified, for zh-Hant too until it has a file
	}
	return ""
}

// find looks a name up in a table.
func find(table, name string) (string, bool) {
	_, after, ok := strings.Cut(table, "\n"+name+" ")
	if !ok || name == "" {
		return "", false
	}
	text, _, _ := strings.Cut(after, "\n")
	return strings.TrimLeft(text, " "), true
}

// fill puts arguments into a text and leaves out optional parts that lack one.
func fill(lang, text string, args map[string]string) string {
	if !strings.ContainsAny(text, "{[") {
		return text
	}
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "{[")
		if i < 0 {
			break
		}
		end := strings.IndexByte(text[i:], closing(text[i]))
		if end < 0 {
			break
		}
		put(&b, lang, text[:i])
		inside := text[i+1 : i+end]
		switch {
		case text[i] == '{':
			put(&b, lang, value(lang, inside, args))
		case !strings.Contains(inside, "{"):
			put(&b, lang, text[i:i+end+1]) // nothing optional in it: brackets as such
		case !lacks(inside, args):
			put(&b, lang, fill(lang, inside, args))
		}
		text = text[i+end+1:]
	}
	put(&b, lang, text)
	return b.String()
}

// put appends to a text. Chinese beside a Latin letter or a digit takes a space
// between: which of them an argument brings, a table can't know.
func put(b *strings.Builder, lang, s string) {
	if strings.HasPrefix(lang, "zh") {
		last, _ := utf8.DecodeLastRuneInString(b.String())
		first, _ := utf8.DecodeRuneInString(s)
		if han(last) && latin(first) || latin(last) && han(first) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(s)
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) || r >= '0' && r <= '9' }

// value is what stands for a placeholder.
func value(lang, placeholder string, args map[string]string) string {
	name, space, said := strings.Cut(placeholder, ":")
	v, ok := args[name]
	switch {
	case !ok:
		return "{" + placeholder + "}"
	case said && v != "":
		code := space + "." + v
		if s := Say(lang, code, nil); s != code {
			return s
		}
	}
	return v
}

// lacks reports whether an argument of an optional part is empty.
func lacks(part string, args map[string]string) bool {
	for {
		_, after, ok := strings.Cut(part, "{")
		if !ok {
			return false
		}
		placeholder, rest, _ := strings.Cut(after, "}")
		name, _, _ := strings.Cut(placeholder, ":")
		if args[name] == "" {
			return true
		}
		part = rest
	}
}
