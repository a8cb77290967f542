package tui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley/engine"
	"parley/scenarios"
)

// clockText writes an exercise time as T+00:42:10.
func clockText(t engine.Millis) string {
	s := t / 1000
	return fmt.Sprintf("T+%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// shortClock writes an exercise time for a list: 42:10, or 1:42:10.
func shortClock(t engine.Millis) string {
	s := t / 1000
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%02d:%02d", s/60, s%60)
}

// spanText writes a span: 2:50, 1:02:50; rounded up, so that it reads 0:00
// only when it is over.
func spanText(d engine.Millis) string {
	s := (d + 999) / 1000
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// agoText says how long ago in the greatest unit.
func (m *Model) agoText(d engine.Millis) string {
	n := d / 60_000
	switch {
	case n < 1:
		return m.t("now")
	case n < 60:
		return m.t("{n}m ago", "n", strconv.FormatInt(n, 10))
	default:
		return m.t("{h}h{mm} ago", "h", strconv.FormatInt(n/60, 10), "mm", fmt.Sprintf("%02d", n%60))
	}
}

// rateText writes exercise time per wall time as ×2 or ×1/2.
func rateText(c *engine.Clock) string {
	if c.Den == 1 {
		return "×" + strconv.FormatInt(c.Num, 10)
	}
	return "×" + strconv.FormatInt(c.Num, 10) + "/" + strconv.FormatInt(c.Den, 10)
}

// zoneText writes a zone as its name with its distance from UTC: EDT−4. Zones
// without a name of their own are given by their distance alone.
func zoneText(t time.Time) string {
	name, off := t.Zone()
	if name == "UTC" {
		return name
	}
	if strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-") {
		name = "UTC"
	}
	sign := "+"
	if off < 0 {
		sign, off = "−", -off
	}
	s := name + sign + strconv.Itoa(off/3600)
	if m := off / 60 % 60; m != 0 {
		s += fmt.Sprintf(":%02d", m)
	}
	return s
}

// storyText writes a moment of the story as one side has it.
func (m *Model) storyText(ms int64, zone *time.Location) string {
	t := time.UnixMilli(ms).In(zone)
	return m.day(t, dateLayout) + t.Format("15:04 ") + zoneText(t)
}

// Ways to write a date before its hour, as package time has them.
const (
	dateLayout    = "Mon 2 Jan "
	weekdayLayout = "Mon "
)

// day writes a date in the reader's language.
func (m *Model) day(t time.Time, layout string) string { return dayIn(m.lang, t, layout) }

func dayIn(lang string, t time.Time, layout string) string {
	if !scenarios.SameLanguage(lang, "zh") {
		return t.Format(layout)
	}
	weekday := "周" + [...]string{"日", "一", "二", "三", "四", "五", "六"}[t.Weekday()]
	return t.Format(strings.NewReplacer("2 Jan 2006", "2006年1月2日", "Mon 2 Jan", "1月2日 "+weekday, "Mon", weekday).Replace(layout))
}

// storyTexts writes it as every side has it; a date that is the same is not
// said again.
func (m *Model) storyTexts(ms int64, sides []scenarios.Side) string {
	return m.storyAs(ms, sides, dateLayout)
}

// storyAs is storyTexts with another way to write the date.
func (m *Model) storyAs(ms int64, sides []scenarios.Side, date string) string {
	return storyIn(m.lang, ms, sides, date)
}

func storyIn(lang string, ms int64, sides []scenarios.Side, date string) string {
	var out []string
	last := ""
	said := map[string]bool{}
	for i := range sides {
		t := time.UnixMilli(ms).In(sides[i].Zone)
		day := dayIn(lang, t, date)
		s := t.Format("15:04 ") + zoneText(t)
		if said[day+s] {
			continue
		}
		said[day+s] = true
		if day != last {
			s = day + s
			last = day
		}
		out = append(out, s)
	}
	return strings.Join(out, " / ")
}

// parseMoment reads an exercise time as people write it: T+1:02:03, 42:10, or
// +5m and -2m from now. "" and "now" are not a moment of their own.
func parseMoment(s string, now engine.Millis) (t engine.Millis, given, ok bool) {
	s = strings.TrimSpace(strings.ToLower(s))
	if s == "" || s == "now" {
		return now, false, true
	}
	if s[0] == '+' || s[0] == '-' || s[0] == 'i' {
		d, err := time.ParseDuration(strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "in"), "+")))
		if err != nil {
			return 0, false, false
		}
		return max(0, now+d.Milliseconds()), true, true // nothing was said before STARTEX
	}
	parts := strings.Split(strings.TrimPrefix(s, "t+"), ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false, false
	}
	for _, p := range parts {
		n, err := strconv.ParseUint(p, 10, 24)
		if err != nil {
			return 0, false, false
		}
		t = t*60 + engine.Millis(n)
	}
	return t * 1000, true, true
}

// parseLater reads a moment where only a later one makes sense: 23m is +23m.
func parseLater(s string, now engine.Millis) (t engine.Millis, given, ok bool) {
	if t, given, ok = parseMoment(s, now); ok {
		return t, given, ok
	}
	return parseMoment("+"+strings.TrimSpace(s), now)
}

// parseRate reads 2, ×2, 1/2 or 1.5.
func parseRate(s string) (num, den int64, ok bool) {
	s = strings.TrimLeft(strings.TrimSpace(s), "×x* ")
	if n, d, found := strings.Cut(s, "/"); found {
		num, err1 := strconv.ParseInt(n, 10, 32)
		den, err2 := strconv.ParseInt(d, 10, 32)
		return num, den, err1 == nil && err2 == nil && num > 0 && den > 0
	}
	whole, part, _ := strings.Cut(s, ".")
	den = 1
	for range len(part) {
		den *= 10
	}
	num, err := strconv.ParseInt(whole+part, 10, 32)
	return num, den, err == nil && num > 0 && len(part) <= 3
}
