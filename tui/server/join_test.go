package server

import (
	"testing"
)

func TestSomebodyJoinsWithACode(t *testing.T) {
	h := opened(t)
	c := h.joins("alder-cyber", "Li Wei")
	c.sees("Quiet Lathe")
	h.eventually("Li Wei sits there", func() bool {
		for _, p := range h.live.People() {
			if p.Seat == "alder-cyber" && p.Name == "Li Wei" && p.Sits && isPerson(p.Person) {
				return true
			}
		}
		return false
	})
	_ = c.conn.Close()
	h.eventually("gone", func() bool { all := h.Terminals(); return len(all) == 1 && all[0].State == "gone" })
}
