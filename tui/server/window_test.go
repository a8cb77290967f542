package server

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestClamp(t *testing.T) {
	for given, want := range map[[2]uint32]size{
		{120, 40}: {120, 40}, {10_000, 10_000}: {400, 150}, {1<<32 - 1, 1}: {400, 8}, {1, 1}: {20, 8}, {0, 0}: {80, 24}, {200, 0}: {80, 24},
	} {
		if got := clamp(given[0], given[1]); got != want {
			t.Errorf("%v: %v, want %v", given, got, want)
		}
	}
}

// TestADraggedEdge: of a thousand sizes a second the newest is drawn, ten times
// a second and at the end.
func TestADraggedEdge(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &window{pause: 100 * time.Millisecond, now: size{80, 24}}
		var drawn []size
		w.begin(size{80, 24}, func(s size) { drawn = append(drawn, s) })
		for i := range 1000 {
			w.change(size{100 + i%50, 30})
			time.Sleep(time.Millisecond)
		}
		w.change(size{90, 40})
		time.Sleep(time.Second)
		synctest.Wait()
		if len(drawn) < 8 || len(drawn) > 12 || drawn[len(drawn)-1] != (size{90, 40}) {
			t.Errorf("%d sizes were drawn: %v", len(drawn), drawn)
		}
	})
}

// TestASizeIsNotLostBetweenScreens: what changes while nobody draws is told to
// the next who does.
func TestASizeIsNotLostBetweenScreens(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &window{pause: time.Millisecond}
		w.change(size{80, 24})
		drawn := w.size()
		w.change(size{100, 30})
		var told size
		w.begin(drawn, func(s size) { told = s })
		time.Sleep(time.Second)
		synctest.Wait()
		if told != (size{100, 30}) {
			t.Errorf("told %v", told)
		}
		w.end()
		w.change(size{50, 20})
		time.Sleep(time.Second)
		synctest.Wait()
		if told != (size{100, 30}) {
			t.Errorf("told %v after the end", told)
		}
	})
}
