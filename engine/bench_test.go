package engine

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-json-experiment/json"

	"parley/scenarios"
)

// busy is a scenario with n injects, one a second, each to one role, each with
// an expected action; one in ten has a contingency that watches it.
func busy(b testing.TB, n, roles int) *scenarios.Scenario {
	b.Helper()
	var s strings.Builder
	s.WriteString(stage[:strings.Index(stage, "[[phase]]")])
	fmt.Fprintf(&s, "[[phase]]\nid = \"one\"\ntitle = \"One\"\nstory = 2016-04-12T08:00:00Z\n  [[phase.segment]]\n  id = \"play\"\n  kind = \"play\"\n  length = \"%ds\"\n", n+60)
	s.WriteString(stage[strings.Index(stage, "[[side]]"):] + powers)
	for i := range roles {
		fmt.Fprintf(&s, "[[role]]\nid = \"r%d\"\nagency = \"%s\"\ntitle = \"Role %d\"\n", i, []string{"alder-police", "birch-police"}[i%2], i)
	}
	for i := range n {
		fmt.Fprintf(&s, "[[inject]]\nid = \"i%d\"\nphase = \"one\"\nat = \"%ds\"\nchannel = \"email\"\nto = [\"r%d\"]\nsubject = \"S\"\nbody = \"A body of some words.\"\n", i, i, i%roles)
		fmt.Fprintf(&s, "  [[inject.expect]]\n  action = \"preserve\"\n  by = [\"r%d\"]\n  within = \"30s\"\n", i%roles)
		if i%10 == 0 {
			fmt.Fprintf(&s, "[[inject]]\nid = \"c%d\"\ncategory = \"contingency\"\nwhen = 'since(\"i%d\") > \"40s\" and not acted(\"preserve\", \"r%d\")'\nchannel = \"email\"\nto = [\"r%d\"]\nsubject = \"S\"\nbody = \"b\"\n", i, i, i%roles, i%roles)
		}
	}
	sc, problems := scenarios.Load(fstest.MapFS{"s.toml": {Data: []byte(s.String())}}, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		b.Fatal(problems)
	}
	return sc
}

// playBusy plays it: every addressee opens and acknowledges, every other one
// acts; control confirms what was found and decides what came of it. each is
// called with every line.
func playBusy(b testing.TB, plan *Plan, n, roles int, each func(x *Exercise, line []Event)) *Exercise {
	b.Helper()
	x := plan.New(1)
	do := func(t Millis, seat string, op Op) string {
		a, err := x.Do(Command{T: t, Seat: seat, Said: SaidNow, Op: op})
		if err != nil {
			b.Fatal(err)
		}
		each(x, a.Events)
		return a.Ref
	}
	do(0, SeatControl, Start{})
	ids, seats := make([]string, n), make([]string, roles)
	for i := range ids {
		ids[i] = fmt.Sprintf("i%d#1", i)
	}
	for i := range seats {
		seats[i] = fmt.Sprintf("r%d", i)
	}
	cites := []string{"preservation"}
	for i := range n {
		t := Millis(i)*1000 + 500
		for {
			line := x.Advance(t, t)
			if line == nil {
				break
			}
			each(x, line)
		}
		seat := seats[i%roles]
		do(t, seat, Open{ids[i]})
		do(t, seat, Acknowledge{ids[i]})
		if i%2 == 0 {
			c := cites
			if i%4 != 0 {
				c = nil
			}
			if i%roles%2 == 1 {
				c = nil
			}
			act := do(t, seat, Act{Action: "preserve", Target: "corvane", Cites: c})
			do(t, SeatControl, ConfirmFinding{act})
			do(t, SeatControl, DecideOutcome{Act: act, Result: ResultWorks})
		}
	}
	return x
}

func nothing(*Exercise, []Event) {}

// BenchmarkEngine is the engine alone: deciding and applying, on one core.
func BenchmarkEngine(b *testing.B) {
	for _, n := range []int{200, 10_000} {
		b.Run(fmt.Sprintf("injects=%d", n), func(b *testing.B) {
			plan := Prepare(busy(b, n, 14))
			events := 0
			b.ResetTimer()
			for range b.N {
				events += playBusy(b, plan, n, 14, nothing).Events()
			}
			b.ReportMetric(float64(events)/b.Elapsed().Seconds(), "events/s")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkReplay is a record's events decoded and applied, beside decoding
// alone.
func BenchmarkReplay(b *testing.B) {
	sc := busy(b, 2000, 14)
	var contents [][]byte
	var to []Audience
	playBusy(b, Prepare(sc), 2000, 14, func(_ *Exercise, line []Event) {
		for i := range line {
			c, err := Encode(&line[i])
			if err != nil {
				b.Fatal(err)
			}
			contents, to = append(contents, c), append(to, line[i].To)
		}
	})
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				f()
			}
			b.ReportMetric(float64(b.N*len(contents))/b.Elapsed().Seconds(), "events/s")
			b.ReportMetric(0, "ns/op")
		})
	}
	run("json-alone", func() {
		for _, c := range contents {
			var v leaf
			if err := json.Unmarshal(c, &v); err != nil {
				b.Fatal(err)
			}
			if err := json.Unmarshal(v.Body, newBody(v.Kind)); err != nil {
				b.Fatal(err)
			}
		}
	})
	run("json-to-any", func() {
		for _, c := range contents {
			var v any
			if err := json.Unmarshal(c, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
	run("replay", func() {
		x := New(sc, 1)
		for i, c := range contents {
			e, err := Decode(to[i], c)
			if err != nil {
				b.Fatal(err)
			}
			x.Apply(e)
		}
	})
}

// BenchmarkViews is what 300 views cost for each line of events, beside the
// same events without anybody looking.
func BenchmarkViews(b *testing.B) {
	const n, roles = 500, 300
	sc := busy(b, n, roles)
	for _, c := range []struct {
		name string
		look func(*Exercise)
	}{
		{"nobody", func(*Exercise) {}},
		{"frame", func(x *Exercise) { x.Frame() }},
		{"300 views", func(x *Exercise) {
			f := x.Frame()
			for i := range sc.Roles {
				if _, ok := f.View(sc.Roles[i].ID); !ok {
					b.Fatal("no view")
				}
			}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			events := 0
			for range b.N {
				events += playBusy(b, Prepare(sc), n, roles, func(x *Exercise, _ []Event) { c.look(x) }).Events()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
			b.ReportMetric(0, "ns/op")
		})
	}
}
