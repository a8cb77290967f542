package engine

import (
	"cmp"
	"slices"
	"strings"
)

// Person is one who has sat in a seat, as the host that lets people in knows
// them. What a seat may know of who sits where is [View.Sitting].
type Person struct {
	Seat   string
	Person string // as the record names them
	Name   string // as they gave it
	Sits   bool   // sits there now
	Bot    bool
}

// People are all who have ever sat in a seat, by seat and person. They are for
// the host alone, never for a screen: they name people of every side.
func (f *Frame) People() []Person {
	out := make([]Person, 0, len(f.s.named))
	for key, name := range f.s.named {
		seat, person, _ := strings.Cut(key, " ")
		p := Person{Seat: seat, Person: person, Name: name}
		for _, s := range f.s.sitting[seat] {
			if s.Person == person {
				p.Sits, p.Bot = true, s.Bot
			}
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Person) int {
		return cmp.Or(cmp.Compare(a.Seat, b.Seat), cmp.Compare(a.Person, b.Person))
	})
	return out
}
