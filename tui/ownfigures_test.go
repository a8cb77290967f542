package tui

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// manySeats is the example with so many seats, half on each side, and an hour
// of play behind it: injects to all, what people did, messages.
func manySeats(tb testing.TB, n int) *fakeHost {
	tb.Helper()
	var more strings.Builder
	for i := range n {
		agency := [2]string{"alder-police", "birch-police"}[i%2]
		fmt.Fprintf(&more, "\n[[role]]\nid = \"seat-%d\"\nagency = %q\ntitle = \"Desk officer number %d\"\n", i, agency, i)
	}
	h := newFakeHost(tb, exampleScenario+more.String())
	h.does(tb, engine.Start{})
	for i := range 60 {
		h.pass(20_000)
		h.does(tb, engine.Improvise{Channel: "email", From: "Ministry", To: []string{"everyone"}, Subject: fmt.Sprintf("News %d", i), Body: strings.Repeat("Something happened that all should know of. ", 20)})
		mustDo(tb, h, engine.Command{Seat: fmt.Sprintf("seat-%d", i%n), By: "p", Op: engine.Act{Text: fmt.Sprintf("we look into it, step %d", i)}, Said: engine.SaidNow})
	}
	return h
}

// terminals are people at n seats, each with a drawn screen of 120×40.
func terminals(tb testing.TB, h *fakeHost, n int) []*Model {
	tb.Helper()
	all := make([]*Model, n)
	for i := range all {
		seat := fmt.Sprintf("seat-%d", i)
		m := New(&placeHost{fakeHost: h, seat: seat, person: "p-" + seat}, Options{Person: "@Somebody", Seat: seat, Remote: true})
		m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
		_ = m.View()
		all[i] = m
	}
	return all
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}

// BenchmarkSeats is what a seat's screen at 120×40 costs where 300 people sit:
// memory once it is drawn, and once several lists were looked at; the clock's
// second; another's action on the same side; and a key.
func BenchmarkSeats(b *testing.B) {
	const seats = 300
	h := manySeats(b, seats)
	b.Run("memory", func(b *testing.B) {
		for range b.N {
			before := heap()
			all := terminals(b, h, 100)
			b.ReportMetric(float64(heap()-before)/100/1024, "KB/seat")
			for _, m := range all {
				for _, k := range []string{"enter", "down", "down", "2", "7", "5", "1", "d", "esc", "?", "esc"} {
					m.Update(keyNamed(k))
					_ = m.View()
				}
			}
			b.ReportMetric(float64(heap()-before)/100/1024, "KB/used-seat")
			runtime.KeepAlive(all)
		}
	})
	m := terminals(b, h, 1)[0]
	b.Run("tick", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			h.wall += 1000
			m.Update(tickMsg{h.now()})
			_ = m.View()
		}
	})
	for _, tab := range []string{"1", "2", "7"} {
		b.Run("another-acts/list="+tab, func(b *testing.B) {
			b.ReportAllocs()
			m.Update(keyNamed(tab))
			_ = m.View()
			for i := range b.N {
				b.StopTimer()
				mustDo(b, h, engine.Command{Seat: fmt.Sprintf("seat-%d", 2+i%20*2), By: "p", Op: engine.Act{Text: "we look"}, Said: engine.SaidNow})
				b.StartTimer()
				m.Update(changedMsg{m.seat.watch})
				_ = m.View()
			}
		})
	}
	b.Run("key", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			m.Update(keyNamed([]string{"down", "up"}[i%2]))
			_ = m.View()
		}
	})
}
