package scenarios

import (
	"fmt"
	"strings"
	"time"
)

// number keeps integers apart from durations, which are int64 too.
type number int64

const (
	maxDuration Millis = 3650 * 24 * int64(time.Hour/time.Millisecond)
	maxIDLength        = 64
)

// idRune reports whether r may stand in an id.
func idRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-'
}

// checkID says what keeps s from being an id, and what would be one.
func checkID(s string) (reason, hint string) {
	switch {
	case s == "":
		return "is empty", "an id is written like \"first-days\""
	case len(s) > maxIDLength:
		return "is longer than 64 characters", ""
	}
	bad := strings.ContainsFunc(s, func(r rune) bool { return !idRune(r) })
	if !bad && s[0] != '-' && s[len(s)-1] != '-' && !strings.Contains(s, "--") {
		return "", ""
	}
	hint = "ids are lower-case letters, digits and single hyphens"
	if like := kebab(s); like != "" {
		hint = fmt.Sprintf("write %q: %s", like, hint)
	}
	return "is not an id", hint
}

// kebab makes an id of a name, or "" if nothing is left of it.
func kebab(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !idRune(r) || r == '-' })
	return strings.Join(words, "-")
}

// unit is a unit of durations.
type unit struct {
	name   string
	length Millis
}

func units() []unit {
	return []unit{{"d", 24 * 3600_000}, {"h", 3600_000}, {"m", 60_000}, {"s", 1000}, {"ms", 1}}
}

// parseDuration reads "1h30m": whole numbers with units, from large to small.
func parseDuration(s string) (Millis, error) {
	const form = `write it like "45m", "1h30m" or "90d" (d, h, m, s, ms)`
	rest := strings.TrimSpace(s)
	switch {
	case rest == "":
		return 0, fmt.Errorf("is empty; %s", form)
	case strings.HasPrefix(rest, "-"):
		return 0, fmt.Errorf("is negative; a duration counts forwards")
	case strings.ContainsAny(rest, ".,"):
		return 0, fmt.Errorf("has a fraction; %s", form)
	}
	var total Millis
	left := units()
	for rest != "" {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		name := rest[digits:]
		if end := strings.IndexFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }); end >= 0 {
			name = name[:end]
		}
		at := unitAt(left, name)
		if digits == 0 || at < 0 {
			return 0, fmt.Errorf("is not a duration; %s", form)
		}
		if digits > 15 {
			return 0, fmt.Errorf("is longer than 3650 days")
		}
		var n int64
		for _, c := range rest[:digits] {
			n = n*10 + int64(c-'0')
		}
		if n > maxDuration/left[at].length || total+n*left[at].length > maxDuration {
			return 0, fmt.Errorf("is longer than 3650 days")
		}
		total += n * left[at].length
		rest, left = rest[digits+len(name):], left[at+1:]
	}
	return total, nil
}

func unitAt(left []unit, name string) int {
	for i, u := range left {
		if u.name == name {
			return i
		}
	}
	return -1
}

// toInstant makes a moment of story time of what the decoder gives for a date.
// A date alone is its first moment in UTC.
func toInstant(t time.Time) (time.Time, error) {
	switch t.Location().String() {
	case "date-local":
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
	case "datetime-local":
		return time.Time{}, fmt.Errorf("does not say its zone; write %s for UTC, or an offset such as %s",
			t.Format("2006-01-02T15:04:05")+"Z", t.Format("2006-01-02T15:04:05")+"-04:00")
	case "time-local":
		return time.Time{}, fmt.Errorf("is an hour without a date; write 2016-04-12T08:00:00Z")
	}
	return t.UTC().Truncate(time.Millisecond), nil
}

// typeName is what a value read from a file is called in messages.
func typeName(v any) string {
	switch v := v.(type) {
	case string:
		return "text"
	case int64:
		return "a number"
	case float64:
		return "a number with a fraction"
	case bool:
		return "true or false"
	case time.Time:
		return "a date"
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	case []map[string]any:
		return "a list of tables"
	default:
		return fmt.Sprintf("%T", v)
	}
}

// expected is what a type is called in messages.
func (k *Key) expected() string {
	one := ""
	switch k.Type {
	case TypeID, TypeRef:
		one = "an id"
	case TypeString:
		one = "text"
	case TypeText:
		one = "text, or a table of texts by language"
	case TypeDuration:
		one = "a duration"
	case TypeInstant:
		one = "a date"
	case TypePeriod:
		one = "a list of one or two dates"
	case TypeInteger:
		one = "a whole number"
	case TypeBoolean:
		one = "true or false"
	case TypeCondition:
		one = "a condition"
	case TypeZone:
		one = "a time zone"
	}
	if k.List {
		return "a list"
	}
	return one
}

// form shows how a value of the type is written.
func (k *Key) form() string {
	form := ""
	switch k.Type {
	case TypeID, TypeRef:
		form = `"some-id"`
	case TypeString, TypeText:
		form = `"…"`
	case TypeDuration:
		form = `"1h30m"`
	case TypeInstant:
		form = "2016-04-12T08:00:00Z"
	case TypePeriod:
		form = `[2015-01-01, ""]`
	case TypeInteger:
		form = "1"
	case TypeBoolean:
		form = "true"
	case TypeCondition:
		form = `'milestone("some-id")'`
	case TypeZone:
		form = `"Europe/Paris"`
	}
	if k.List {
		form = "[" + form + "]"
	}
	return k.Name + " = " + form
}
