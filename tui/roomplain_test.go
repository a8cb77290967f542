package tui

import (
	"slices"
	"strings"
	"testing"
)

// inRoomPlain is a console in lines of an exercise that people have joined.
func inRoomPlain(t *testing.T) (*listener, *fakeRoom) {
	t.Helper()
	r := newListener(t)
	room := peopled(r.h)
	m := r.p.m
	m.opts.Room, m.opts.Now = room, r.h.now
	m.watchRoom()
	m.Update(m.room.watch.look())
	return r, room
}

// TestPlainRoom manages terminals in lines: a number says whose.
func TestPlainRoom(t *testing.T) {
	t.Parallel()
	r, room := inRoomPlain(t)
	said := r.types("people")
	for _, want := range []string{
		"1 Duty officer, cyber division of Republic of Alder: Chen Yu 陈宇, 192.168.1.31, ● connected, not practised\n",
		"3 Legal adviser of Republic of Alder: empty\n", "6 Duty officer 值班员 of Union of Birch: Li␛[31m Wei, 10.0.0.8, ✗ gone 2 min",
		"12 wrong · locked for 10 min", "Here: code (enter c), new code (n)",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it is not said %q:\n%s", want, said)
		}
	}
	if said := r.types("code 1"); !strings.Contains(said, "7 K 2 M") || !strings.Contains(said, "Quebec") {
		t.Errorf("the code is not said:\n%s", said)
	}
	r.types("back", "move 1", "birch-cyber", "yes")
	if want := []string{"move 1 to birch-cyber"}; !slices.Equal(room.did, want) {
		t.Errorf("done: %v, want %v", room.did, want)
	}
	if said := r.types("remove 99"); !strings.Contains(said, "There is no row 99.") {
		t.Errorf("said:\n%s", said)
	}
	r.types("back", "objectives", "1", "2", "Late.", ".", "")
	r.gave("rate", "control")
}
