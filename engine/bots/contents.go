package bots

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley/engine"
	"parley/scenarios"
)

// contents is what a bot writes into a request: mostly what the kind asks for,
// sometimes without a mandatory field, sometimes with a value that does not
// pass its check.
func (b *chooser) contents(k *scenarios.RequestKind, e *errand) (fields map[string]string, text string) {
	if k.FreeText {
		var parts []string
		for i := range k.Fields {
			if b.has(&k.Fields[i], e) {
				parts = append(parts, b.value(&k.Fields[i], e.about, e.target, e.story, 92))
			}
		}
		return nil, strings.Join(append(parts, "We remain at your disposal."), "\n\n")
	}
	fields = map[string]string{}
	for i := range k.Fields {
		if f := &k.Fields[i]; b.has(f, e) {
			fields[f.ID] = b.value(f, e.about, e.target, e.story, 90)
		}
	}
	if b.draws.chance(20, b.seat, e.about, "besides?") {
		text = "Our duty officer can be reached at any hour."
	}
	return fields, text
}

// has reports whether the bot thinks of a field.
func (b *chooser) has(f *scenarios.RequestField, e *errand) bool {
	likely := map[string]uint64{scenarios.WeightMandatory: 91, scenarios.WeightConditional: 75, scenarios.WeightDesirable: 60}
	return b.draws.chance(likely[f.Weight], b.seat, e.about, f.ID, "think of it?")
}

// supplement is what the sender gives that was asked for.
func (b *chooser) supplement(k *scenarios.RequestKind, r *engine.Request, s *engine.RequestStep) map[string]string {
	out := map[string]string{}
	if k.FreeText {
		return nil
	}
	for _, id := range s.Asked {
		if f := k.Field(id); f != nil {
			out[id] = b.value(f, s.ID, "", r.Story, 95)
		}
	}
	return out
}

// value is what the bot writes into a field: in percent of draws as it must be,
// and what the answer must speak to about the target.
func (b *chooser) value(f *scenarios.RequestField, about, target string, story int64, good uint64) string {
	d := b.draws.of(b.seat, about, f.ID, "value")
	well := b.draws.chance(good, b.seat, about, f.ID, "well?")
	day := func(back uint64) time.Time {
		return time.UnixMilli(story).UTC().Add(-time.Duration(back) * time.Minute)
	}
	switch f.Check {
	case scenarios.CheckTime:
		if !well {
			return day(d % 3000).Format("2006-01-02 15:04:05")
		}
		return day(d%3000).Format("2006-01-02 15:04:05") + " UTC"
	case scenarios.CheckAddr:
		if !well {
			return fmt.Sprintf("203.0.113.%d", d%250+1)
		}
		return fmt.Sprintf("203.0.113.%d:443, 198.51.100.%d:%d", d%250+1, d/250%250+1, 1024+d%60000)
	case scenarios.CheckHash:
		sum := fmt.Sprintf("%016x%016x%016x%016x", d, b.draws.of(f.ID, about, "a"), b.draws.of(f.ID, about, "b"), b.draws.of(f.ID, about, "c"))
		if !well {
			return sum[:23]
		}
		return "sha256:" + sum
	case scenarios.CheckPeriod:
		if !well {
			return "since " + day(d%90*1440).Format("2006-01-02")
		}
		return day((2+d%60)*1440).Format("2006-01-02") + " to " + day(0).Format("2006-01-02")
	}
	if target != "" && f.Asks {
		for _, t := range b.v.Targets() {
			if t.ID == target {
				return t.Title.In(b.lang) + fmt.Sprintf(": all of March and April, see sheet %d.", d%40+1)
			}
		}
	}
	says := [...]string{"as in our file, part %d", "set out on sheet %d of the enclosed summary", "see point %d of our case summary", "known in part; see note %d"}
	return f.Title.In(b.lang) + ": " + fmt.Sprintf(says[d%4], d/4%40+1) + "."
}

// lacking are the fields of a request that a reader misses in it, mandatory and
// technical ones, those first that are there and do not pass their check. What a
// free text lacks is a matter of opinion.
func (b *chooser) lacking(k *scenarios.RequestKind, r *engine.Request) []string {
	if k.FreeText {
		f := &k.Fields[b.draws.of(b.seat, r.ID, strconv.Itoa(len(r.Steps)))%uint64(len(k.Fields))]
		if b.draws.chance(25, b.seat, r.ID, "unclear?") {
			return []string{f.ID}
		}
		return nil
	}
	there := r.Contents()
	var failing, missing []string
	for i := range k.Fields {
		f := &k.Fields[i]
		id, ok := there[f.ID]
		switch text, readable := b.v.Text(id); {
		case !ok && f.Weight != scenarios.WeightDesirable:
			missing = append(missing, f.ID)
		case ok && readable && !scenarios.CheckValue(f.Check, text):
			failing = append(failing, f.ID)
		}
	}
	return append(failing, missing...)
}

// spokenTo are the fields that the answer to a request must speak to, of those that
// are there.
func spokenTo(k *scenarios.RequestKind, r *engine.Request) []string {
	there := r.Contents()
	var out []string
	for i := range k.Fields {
		if _, ok := there[k.Fields[i].ID]; k.Fields[i].Asks && (ok || k.FreeText) {
			out = append(out, k.Fields[i].ID)
		}
	}
	return out
}
