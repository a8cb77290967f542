package tui

import (
	"strings"
	"time"
)

// storyField asks for a later moment of the story.
func (m *Model) storyField(label string) *textField {
	f := newText(label, m.t("none; or +2h, +1d, 18:00, 2016-04-20 10:00"), "")
	f.lasting = func(s string) string {
		if at, wrong := m.readStory(s); at != 0 && wrong == "" {
			return time.UnixMilli(at).In(m.storyZone()).Format("2006-01-02 15:04")
		}
		return s
	}
	return f
}

// storyZone is where the seat's side reads the clock.
func (m *Model) storyZone() *time.Location {
	if side := m.sight().Side(); side != nil {
		return side.Zone
	}
	return time.UTC
}

// readStory reads a later moment of the story, in Unix milliseconds; 0 for none.
// An hour alone is the next time that it comes.
func (m *Model) readStory(s string) (at int64, wrong string) {
	now, zone := m.ownNow(m.sight(), false), m.storyZone()
	if s = strings.TrimSpace(s); s == "" {
		return 0, ""
	}
	at, ok := parseStory(s, now, zone)
	if t, err := time.Parse("15:04", s); err == nil {
		today := time.UnixMilli(now).In(zone)
		next := time.Date(today.Year(), today.Month(), today.Day(), t.Hour(), t.Minute(), 0, 0, zone)
		if !next.After(today) {
			next = next.AddDate(0, 0, 1)
		}
		at, ok = next.UnixMilli(), true
	}
	switch {
	case !ok:
		return 0, m.t("a moment of the story is +2h, +1d, 18:00 or 2016-04-20 10:00")
	case at <= now:
		return 0, m.t("that moment of the story is past")
	}
	return at, ""
}
