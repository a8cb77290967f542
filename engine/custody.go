package engine

import "slices"

func (x *Exercise) certify(*Command, Certify) error   { return refuse("no-command") }
func (x *Exercise) handOver(*Command, HandOver) error { return refuse("no-command") }
func (x *Exercise) applyCustody(*Event) bool          { return false }
func (x *Exercise) passOn(string, string, string)     {}
func (x *Exercise) marked(*Exhibit, string) bool      { return false }

// heldBy gives a piece of evidence that a side holds.
func (x *Exercise) heldBy(side, id string) (*Exhibit, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.exhibits.len() {
		if e := x.exhibits.at(int(i)); e.ID == id && slices.Contains(e.Holders, side) {
			return e, nil
		}
	}
	return nil, refuse("no-such-exhibit", "exhibit", id)
}

func (e *Exhibit) certified() bool { return false }
