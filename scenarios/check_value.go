package scenarios

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// value checks one value and returns it as records keep it.
func (c *checker) value(r *record, k *Key, raw any) (any, bool) {
	if k.List {
		return c.list(r, k, raw)
	}
	switch k.Type {
	case TypeText:
		return c.text(r, k, raw)
	case TypeInstant:
		return c.instant(r, k, raw)
	case TypePeriod:
		return c.period(r, k, raw)
	case TypeInteger:
		return c.integer(r, k, raw)
	case TypeBoolean:
		if b, ok := raw.(bool); ok {
			return b, true
		}
		c.wrongType(r, k, raw)
		return nil, false
	}
	s, ok := raw.(string)
	if !ok {
		c.wrongType(r, k, raw)
		return nil, false
	}
	return c.string(r, k, s)
}

// string checks a value that is written as a string.
func (c *checker) string(r *record, k *Key, s string) (any, bool) {
	if strings.ContainsRune(s, 0) {
		c.errorf(r.at(k.Name), "nul", "", "%s contains a NUL character", k.Name)
		return nil, false
	}
	switch k.Type {
	case TypeID:
		if reason, hint := checkID(s); reason != "" {
			c.errorf(r.at(k.Name), "bad-id", hint, "%s %s", quoted(s), reason)
			return nil, false
		}
		return s, true
	case TypeDuration:
		return c.duration(r, k, s)
	case TypeZone:
		return c.zone(r, k, s)
	}
	if strings.TrimSpace(s) == "" {
		if !k.Required {
			return nil, true // an empty optional key counts as left out
		}
		c.errorf(r.at(k.Name), "empty", "", "%s is empty", k.Name)
		return nil, false
	}
	if len(k.Enum) > 0 && !slices.Contains(k.Enum, s) {
		hint := c.spell.meant(s, k.Enum)
		if hint == "" {
			hint = "it can be " + listed(k.Enum)
		}
		c.errorf(r.at(k.Name), "bad-value", hint, "%s cannot be %s", k.Name, quoted(s))
		return nil, false
	}
	return s, true
}

func (c *checker) duration(r *record, k *Key, s string) (any, bool) {
	m, err := parseDuration(s)
	if err != nil {
		reason, hint, _ := strings.Cut(err.Error(), "; ")
		c.errorf(r.at(k.Name), "bad-duration", hint, "%s: %s %s", k.Name, quoted(s), reason)
		return nil, false
	}
	if k.Positive && m == 0 {
		c.errorf(r.at(k.Name), "bad-duration", "", "%s must be longer than nothing", k.Name)
		return nil, false
	}
	return m, true
}

// zone takes names of the time zone database only: "Local" would mean another
// zone on each host.
func (c *checker) zone(r *record, k *Key, s string) (any, bool) {
	if s != "" && s != "Local" {
		if _, err := time.LoadLocation(s); err == nil {
			return s, true
		}
	}
	c.errorf(r.at(k.Name), "bad-zone", "write the name of a place in the time zone database: \"Europe/Paris\", \"America/New_York\", \"UTC\"", "%s is not a time zone", quoted(s))
	return nil, false
}

func (c *checker) integer(r *record, k *Key, raw any) (any, bool) {
	n, ok := raw.(int64)
	if !ok {
		c.wrongType(r, k, raw)
		return nil, false
	}
	if k.Max != 0 && (n < k.Min || n > k.Max) {
		if k.Min == k.Max {
			c.errorf(r.at(k.Name), "bad-format", "this Parley reads format 1; a newer one may read it", "%s = %d is not known", k.Name, n)
		} else {
			c.errorf(r.at(k.Name), "out-of-range", "", "%s must be between %d and %d, but is %d", k.Name, k.Min, k.Max, n)
		}
		return nil, false
	}
	return number(n), true
}

func (c *checker) instant(r *record, k *Key, raw any) (any, bool) {
	t, ok := raw.(time.Time)
	if !ok {
		c.wrongType(r, k, raw)
		return nil, false
	}
	t, err := toInstant(t)
	if err != nil {
		reason, hint, _ := strings.Cut(err.Error(), "; ")
		c.errorf(r.at(k.Name), "bad-date", hint, "%s %s", k.Name, reason)
		return nil, false
	}
	return t, true
}

func (c *checker) period(r *record, k *Key, raw any) (any, bool) {
	elems, ok := raw.([]any)
	if !ok || len(elems) == 0 || len(elems) > 2 {
		c.errorf(r.at(k.Name), "wrong-type", "write "+k.form()+` ("" leaves an end open)`, "%s must be a list of one or two dates", k.Name)
		return nil, false
	}
	var out [2]time.Time
	for i, e := range elems {
		if e == "" {
			continue
		}
		t, ok := e.(time.Time)
		if !ok {
			c.errorf(r.elem(k.Name, i), "wrong-type", "write "+k.form(), "%s must hold dates, but its entry %d is %s", k.Name, i+1, typeName(e))
			return nil, false
		}
		t, err := toInstant(t)
		if err != nil {
			reason, hint, _ := strings.Cut(err.Error(), "; ")
			c.errorf(r.elem(k.Name, i), "bad-date", hint, "this date %s", reason)
			return nil, false
		}
		out[i] = t
	}
	if !out[0].IsZero() && !out[1].IsZero() && !out[0].Before(out[1]) {
		c.errorf(r.at(k.Name), "bad-period", "", "%s ends before it begins", k.Name)
		return nil, false
	}
	return out, true
}

// text takes a string, or a table of strings by language.
func (c *checker) text(r *record, k *Key, raw any) (any, bool) {
	switch v := raw.(type) {
	case string:
		s, ok := c.string(r, k, v)
		if !ok || s == nil {
			return nil, ok
		}
		return Text{c.lang: v}, true
	case map[string]any:
		return c.languages(r, k, v)
	}
	c.wrongType(r, k, raw)
	return nil, false
}

func (c *checker) languages(r *record, k *Key, raw map[string]any) (any, bool) {
	out, right := Text{}, true
	for _, lang := range slices.Sorted(maps.Keys(raw)) {
		here := site{src: r.src, path: append(r.path(), k.Name, lang)}
		s, isText := raw[lang].(string)
		switch {
		case !languageTag(lang):
			here.onKey = true
			c.errorf(here, "bad-language", `write a tag such as "en", "fr" or "zh-Hans"`, "%s is not a language", quoted(lang))
			right = false
		case !isText:
			c.errorf(here, "wrong-type", "", "%s in %s must be text, but is %s", k.Name, quoted(lang), typeName(raw[lang]))
			right = false
		case strings.TrimSpace(s) == "" || strings.ContainsRune(s, 0):
			c.errorf(here, "empty", "leave the language out instead", "%s in %s is empty", k.Name, quoted(lang))
			right = false
		default:
			out[lang] = s
		}
	}
	if len(raw) == 0 {
		c.errorf(r.at(k.Name), "empty", "", "%s is empty", k.Name)
		return nil, false
	}
	return out, right
}

// languageTag reports whether s is formed like a language tag of BCP 47.
func languageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		alpha := !strings.ContainsFunc(part, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9')
		})
		if !alpha || part == "" || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
	}
	return true
}
