package main

import (
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"
)

// table prints figures side by side, as Markdown.
func table(w io.Writer, o *options, all []*figure) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d seats at %d×%d, %s, %d processors shared with the load generator, %s\n\n", o.seats, wide, high, runtime.Version(), runtime.NumCPU(), runtime.GOOS+"/"+runtime.GOARCH)
	row := func(name string, value func(f *figure) string) {
		fmt.Fprintf(&b, "| %s |", name)
		for _, f := range all {
			fmt.Fprintf(&b, " %s |", value(f))
		}
		b.WriteByte('\n')
	}
	row("", func(f *figure) string { return f.name })
	fmt.Fprintf(&b, "| --- |%s\n", strings.Repeat(" ---: |", len(all)))
	row("joined, within", func(f *figure) string { return fmt.Sprintf("%d, %s", f.seats, short(f.joining)) })
	row("still there at the end (dropped)", func(f *figure) string { return fmt.Sprintf("%d (%d)", f.joined, f.dropped) })
	if o.length > 0 {
		loaded(row)
	}
	if o.race {
		row("data races", func(*figure) string { return "none" })
	}
	memory(row, o.length > 0)
	if len(all) == 2 {
		fmt.Fprintf(&b, "\nMemory of an idle seat: %s times the minimal program's.\n", ratio(perSeat(all[0], all[0].idle), perSeat(all[1], all[1].idle)))
		if o.length > 0 {
			fmt.Fprintf(&b, "Memory of a seat at the end of the load: %s times.\n", ratio(perSeat(all[0], all[0].end), perSeat(all[1], all[1].end)))
		}
	}
	for _, f := range all {
		remarks(&b, f)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type rowFunc = func(name string, value func(f *figure) string)

// loaded are the rows of what was measured under load.
func loaded(row rowFunc) {
	row("load", func(f *figure) string { return short(f.length) })
	row("actions", func(f *figure) string { return fmt.Sprint(f.actions) })
	row("pairs of action and screen (never seen)", func(f *figure) string { return fmt.Sprintf("%d (%d)", f.pairs, f.unseen) })
	for _, s := range []struct {
		name string
		of   func(f *figure) spread
	}{
		{"key to own screen", func(f *figure) spread { return f.own }},
		{"key to every other screen of the side", func(f *figure) spread { return f.other }},
		{"inject, from the first screen to each other", func(f *figure) spread { return f.inject }},
	} {
		row(s.name+": p50 / p99 / max", func(f *figure) string {
			v := s.of(f)
			return fmt.Sprintf("%s / %s / %s", short(v.p50), short(v.p99), short(v.max))
		})
	}
	row("server's CPU under load", func(f *figure) string { return cores(f.end.cpu-f.idle.cpu, f.length) })
	row("generator's CPU under load", func(f *figure) string { return cores(f.generator, f.length) })
	row("sent to the screens", func(f *figure) string { return fmt.Sprintf("%.0f kB/s", float64(f.bytes)/1000/f.length.Seconds()) })
}

func memory(row rowFunc, underLoad bool) {
	row("memory with no seats, resident (live heap)", func(f *figure) string { return held(f.empty) })
	row("after joining, idle", func(f *figure) string { return held(f.idle) })
	row("per seat, idle", func(f *figure) string { return megabytes(perSeat(f, f.idle)) })
	if underLoad {
		row("at the end of the load", func(f *figure) string { return held(f.end) })
		row("per seat, at the end", func(f *figure) string { return megabytes(perSeat(f, f.end)) })
		row("most at any time, resident", func(f *figure) string { return megabytes(f.end.peak) })
	}
}

// remarks say what else was met: what would make the figures doubtful.
func remarks(b *strings.Builder, f *figure) {
	if f.foreign > 0 {
		fmt.Fprintf(b, "\n**%s: %d actions stood on screens of the other side.**\n", f.name, f.foreign)
	}
	if len(f.missed) > 0 {
		fmt.Fprintf(b, "\n%s: never seen, among others: %s\n", f.name, strings.Join(f.missed, ", "))
	}
	for _, what := range slices.Sorted(maps.Keys(f.strange)) {
		fmt.Fprintf(b, "\n%s: %q was not understood, %d times\n", f.name, what, f.strange[what])
	}
	if f.screens > 0 {
		fmt.Fprintf(b, "\n%s: an emulator had another screen %d times\n", f.name, f.screens)
	}
}

func perSeat(f *figure, s sample) int64 { return (s.rss - f.empty.rss) / int64(f.seats) }

func held(s sample) string { return fmt.Sprintf("%s (%s)", megabytes(s.rss), megabytes(s.heap)) }

func megabytes(n int64) string {
	if n < 10<<20 {
		return fmt.Sprintf("%.2f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.0f MB", float64(n)/(1<<20))
}

func ratio(a, b int64) string { return fmt.Sprintf("%.2f", float64(a)/float64(b)) }

func cores(spent, length time.Duration) string {
	return fmt.Sprintf("%s (%.0f %% of one)", short(spent), 100*spent.Seconds()/length.Seconds())
}

func short(d time.Duration) string {
	switch {
	case d >= 10*time.Second:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d >= time.Second:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}
