package tui

import (
	"strings"
	"time"

	"parley/engine"
	"parley/scenarios"
)

// What runs out does so in a time of its own: story time or exercise time.
// Here it is said when, and how long that is.

const (
	minute = 60_000
	hour   = 60 * minute
	day    = 24 * hour
)

// ownNow is now, in exercise time or in the story's.
func (m *Model) ownNow(v engine.View, exercise bool) int64 { return ownTimeAt(v, exercise, m.now) }

// ownTimeAt is an exercise time in exercise time or the story's.
func ownTimeAt(v engine.View, exercise bool, t engine.Millis) int64 {
	if exercise {
		return t
	}
	c := v.Clock()
	return c.StoryAt(t)
}

// ownTime writes a moment of such a time: story time as the reader's side has
// it.
func (m *Model) ownTime(v engine.View, at int64, exercise bool) string {
	if exercise {
		return clockText(at)
	}
	return m.storyOf(v, at)
}

// ownSpan writes a span of such a time.
func (m *Model) ownSpan(ms int64, exercise bool) string {
	if exercise {
		return spanText(ms)
	}
	return m.longSpan(ms)
}

// longSpan writes a span in its two greatest units, rounded up to minutes.
func (m *Model) longSpan(ms int64) string {
	n := (ms + minute - 1) / minute
	d, h, mins := n/(24*60), n/60%24, n%60
	var parts []string
	add := func(n int64, text string) {
		if n > 0 && len(parts) < 2 {
			parts = append(parts, text)
		}
	}
	add(d, m.t("{n} d", "n", text64(d)))
	add(h, m.t("{n} h", "n", text64(h)))
	if d == 0 {
		add(mins, m.t("{n} min", "n", text64(mins)))
	}
	if len(parts) == 0 {
		return m.t("{n} min", "n", "0")
	}
	return strings.Join(parts, " ")
}

// playText says how much play it is to a moment of the story at the present
// pace; where the story does not get there by itself, that it does not. "" where
// it runs as play does.
func (m *Model) playText(v engine.View, until int64) string {
	c := v.Clock()
	left, ok := v.Left(untilStory(until), m.now)
	switch {
	case c.StoryAt(m.now) >= until:
		return ""
	case c.StoryAt(m.now+1000) == c.StoryAt(m.now):
		return m.t("the story stands now")
	case !ok:
		return m.t("not in this phase")
	case left == until-c.StoryAt(m.now):
		return ""
	}
	return m.t("{time} of play at the present pace", "time", spanText(max(0, left)))
}

// untilStory is what runs until a moment of the story.
func untilStory(until int64) *engine.Deadline {
	return &engine.Deadline{DeadlineStarted: &engine.DeadlineStarted{}, Due: until, Status: engine.DeadlineRunning}
}

// deadlineLeft is how long a deadline that is not over has yet, or how long it
// has been missed, and how urgent that looks.
func (m *Model) deadlineLeft(v engine.View, d *engine.Deadline) (string, style) {
	left := d.Due - m.ownNow(v, d.Exercise)
	switch {
	case d.Status == engine.DeadlinePaused:
		return m.t("clock paused"), m.st.dim
	case d.Status == engine.DeadlineMissed || left < 0:
		return m.t("late by {time}", "time", m.ownSpan(max(0, -left), d.Exercise)), m.st.bad
	case nearEnd(d, left):
		return m.t("in {time}", "time", m.ownSpan(left, d.Exercise)), m.st.warn
	}
	return m.t("in {time}", "time", m.ownSpan(left, d.Exercise)), m.st.plain
}

// nearEnd: in the last fifth of its length somebody should hear of it.
func nearEnd(d *engine.Deadline, left int64) bool { return left*5 <= d.Within() }

// openDeadline reports whether something can still be done under a deadline.
func openDeadline(d *engine.Deadline) bool {
	return d.Status == engine.DeadlineRunning || d.Status == engine.DeadlinePaused || d.Status == engine.DeadlineMissed
}

// nextDeadline is the open one that ends next, those that were missed first.
func nextDeadline(all []engine.Deadline) *engine.Deadline {
	var next *engine.Deadline
	for i := range all {
		d := &all[i]
		if openDeadline(d) && (next == nil || d.Due < next.Due) {
			next = d
		}
	}
	return next
}

// parseStory reads a moment of the story as people write it: a date, with an
// hour or without, in the side's zone; or +7d, +36h, +30m from now.
func parseStory(s string, now int64, zone *time.Location) (int64, bool) {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "+"); ok {
		d, err := scenarios.ParseDuration(rest)
		return now + d, err == nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t.UnixMilli(), true
		}
	}
	return 0, false
}

// countsDown reports whether the details of a request or a clock count down.
func (m *Model) countsDown(v engine.View, at subject) bool {
	if at.kind == onClock {
		d, ok := v.Deadline(at.id)
		return ok && openDeadline(&d)
	}
	return nextDeadline(v.DeadlinesOf(at.id)) != nil
}
