package book

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"parley/engine/words"
	"parley/scenarios"
)

// pick chooses the text in the page's language, else as [scenarios.Text.In]
// does, and gives the tag that it is in. "zh" and "zh-Hans" stand in for each
// other.
func (p *printer) pick(t scenarios.Text) (text, tag string) {
	if s, ok := t[p.lang]; ok {
		return s, p.lang
	}
	tags := make([]string, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		if base(tag) == base(p.lang) {
			return t[tag], tag
		}
	}
	if s, ok := t["en"]; ok {
		return s, "en"
	}
	if len(tags) == 0 {
		return "", p.lang
	}
	return t[tags[0]], tags[0]
}

// base is the language of a tag without script or region.
func base(tag string) string {
	b, _, _ := strings.Cut(tag, "-")
	return b
}

// otherLanguage is the mark behind a text that the page's language lacks, ""
// for none. A scenario that has nothing in the language at all says so once,
// on the first page, instead of behind every word.
func (p *printer) otherLanguage(tag string) string {
	if base(tag) == base(p.lang) || !p.spoken {
		return ""
	}
	return "[" + words.HarmlessLine(tag) + "]"
}

// line is a text on one line, with a mark if it is in another language.
func (p *printer) line(t scenarios.Text) string {
	s, tag := p.pick(t)
	s = strings.TrimSpace(words.HarmlessLine(s))
	if mark := p.otherLanguage(tag); mark != "" && s != "" {
		return s + " " + mark
	}
	return s
}

// plain is a text with its lines as they are, which is no Markdown.
func (p *printer) plain(t scenarios.Text) string {
	s, tag := p.pick(t)
	s = strings.Trim(words.Harmless(s), "\n")
	if mark := p.otherLanguage(tag); mark != "" && s != "" {
		return mark + "\n" + s
	}
	return s
}

// block is a text in Markdown, "" for none.
func (p *printer) block(t scenarios.Text) template.HTML {
	s, tag := p.pick(t)
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
	if base(p.lang) == "zh" {
		return strings.Join(names, "、")
	}
	return strings.Join(names, ", ")
}

// phrases joins what may have commas of its own.
func (p *printer) phrases(all []string) string {
	if base(p.lang) == "zh" {
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
	if ms >= day && ms%day == 0 {
		if ms == day {
			return p.t("1 day")
		}
		return p.t("{n} days", "n", strconv.FormatInt(ms/day, 10))
	}
	var parts []string
	for _, unit := range []struct {
		length scenarios.Millis
		label  string
	}{{hour, "{n} h"}, {minute, "{n} min"}, {second, "{n} s"}} {
		if n := ms / unit.length; n > 0 {
			parts = append(parts, p.t(unit.label, "n", strconv.FormatInt(n, 10)))
		}
		ms %= unit.length
	}
	if ms > 0 || parts == nil {
		parts = append(parts, p.t("{n} ms", "n", strconv.FormatInt(ms, 10)))
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
