package book

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"parley/engine/words"
	"parley/scenarios"
)

// otherLanguage is the mark behind a text that the page's language lacks, ""
// for none. A scenario that has nothing in the language at all says so once,
// on the first page, instead of behind every word.
func (p *printer) otherLanguage(tag string) string {
	if tag == "" || scenarios.SameLanguage(tag, p.lang) || !p.spoken {
		return ""
	}
	return "[" + words.HarmlessLine(tag) + "]"
}

// line is a text on one line, with a mark if it is in another language.
func (p *printer) line(t scenarios.Text) string {
	s, tag := t.Find(p.lang)
	s = strings.TrimSpace(words.HarmlessLine(s))
	if mark := p.otherLanguage(tag); mark != "" && s != "" {
		return s + " " + mark
	}
	return s
}

// plain is a text with its lines as they are, which is no Markdown.
func (p *printer) plain(t scenarios.Text) string {
	s, tag := t.Find(p.lang)
	s = strings.Trim(words.Harmless(s), "\n")
	if mark := p.otherLanguage(tag); mark != "" && s != "" {
		return mark + "\n" + s
	}
	return s
}

// block is a text in Markdown, "" for none.
func (p *printer) block(t scenarios.Text) template.HTML {
	s, tag := t.Find(p.lang)
	if strings.TrimSpace(s) == "" {
		return ""
	}
	out := p.markdown(s)
	mark := p.otherLanguage(tag)
	if mark == "" {
		return out
	}
	tag = template.HTMLEscapeString(words.HarmlessLine(tag))
	return template.HTML(`<div lang="` + tag + `"><p class="other">` + template.HTMLEscapeString(mark) + `</p>` + string(out) + `</div>`)
}

// list joins names in a line.
func (p *printer) list(names []string) string {
	if scenarios.SameLanguage(p.lang, "zh") {
		return strings.Join(names, "、")
	}
	return strings.Join(names, ", ")
}

// phrases joins what may have commas of its own.
func (p *printer) phrases(all []string) string {
	if scenarios.SameLanguage(p.lang, "zh") {
		return strings.Join(all, "；")
	}
	return strings.Join(all, "; ")
}

const (
	second = 1000
	minute = 60 * second
	hour   = 60 * minute
	day    = 24 * hour
)

// span says how long something takes: "1 h 30 min".
func (p *printer) span(ms scenarios.Millis) string {
	n := func(unit scenarios.Millis) string { return strconv.FormatInt(ms/unit, 10) }
	if ms == day {
		return p.t("1 day")
	}
	if ms > 0 && ms%day == 0 {
		return p.t("{n} days", "n", n(day))
	}
	var parts []string
	if ms >= hour {
		parts, ms = append(parts, p.t("{n} h", "n", n(hour))), ms%hour
	}
	if ms >= minute {
		parts, ms = append(parts, p.t("{n} min", "n", n(minute))), ms%minute
	}
	if ms >= second {
		parts, ms = append(parts, p.t("{n} s", "n", n(second))), ms%second
	}
	if ms > 0 || parts == nil {
		parts = append(parts, p.t("{n} ms", "n", n(1)))
	}
	return strings.Join(parts, " ")
}

// clock is a moment of exercise time as the consoles write it: "T+00:42", with
// seconds if there are any.
func clock(ms scenarios.Millis) string {
	two := func(n scenarios.Millis) string {
		s := strconv.FormatInt(n, 10)
		if n < 10 {
			s = "0" + s
		}
		return s
	}
	s := "T+" + two(ms/hour) + ":" + two(ms%hour/minute)
	if rest := ms % minute; rest != 0 {
		s += ":" + two(rest/second)
	}
	return s
}

// date is a day of the story. The label is a layout of Go's, so that a language
// can put year, month and day in its own order.
func (p *printer) date(t time.Time) string { return t.Format(p.t("2 January 2006")) }

// stories is a moment of the story as each side's clocks have it.
func (p *printer) stories(t time.Time) []string {
	out := make([]string, len(p.sc.Sides))
	for i := range p.sc.Sides {
		s := &p.sc.Sides[i]
		in := t.In(s.Zone)
		out[i] = p.t("{when} in {side}", "when", in.Format(p.t("2 January 2006, 15:04 (UTC-07:00)")), "side", p.line(s.Name))
	}
	return out
}

// letter codes the alternatives of an inject: A, B, … Z, A2, …
func letter(i int) string {
	s := string(rune('A' + i%26))
	if i >= 26 {
		s += strconv.Itoa(i/26 + 1)
	}
	return s
}
