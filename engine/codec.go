package engine

import (
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// leaf is an event's content as it stands in the record. The audience stands
// beside it.
type leaf struct {
	Kind  Kind           `json:"k"`
	T     Millis         `json:"t"`
	Story int64          `json:"st,omitzero"`
	Wall  int64          `json:"w"`
	By    string         `json:"by,omitempty"`
	Seat  string         `json:"seat,omitempty"`
	How   How            `json:"how,omitempty"`
	Via   string         `json:"via,omitempty"`
	Said  *Millis        `json:"said,omitempty"`
	Cmd   string         `json:"cmd,omitempty"`
	Body  jsontext.Value `json:"b"`
}

// UnknownKindError is an event that a later version wrote.
type UnknownKindError struct{ Kind Kind }

func (e *UnknownKindError) Error() string {
	return fmt.Sprintf("this record has an event of the kind %q, which this version of Parley does not know: use the version that wrote it, or a newer one", string(e.Kind))
}

// Encode writes an event's content; equal events give equal bytes.
func Encode(e *Event) ([]byte, error) {
	body, err := json.Marshal(e.Body, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("event %s: %w", e.Body.Kind(), err)
	}
	l := leaf{
		Kind: e.Body.Kind(), T: e.T, Story: e.Story, Wall: e.Wall,
		By: e.By, Seat: e.Seat, How: e.How, Via: e.Via, Cmd: e.Cmd, Body: body,
	}
	if e.Said != e.T {
		l.Said = &e.Said
	}
	out, err := json.Marshal(&l, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("event %s: %w", l.Kind, err)
	}
	return out, nil
}

// Decode reads an event back. An unknown kind is an *UnknownKindError; fields
// that this version does not know are passed over.
func Decode(to Audience, content []byte) (Event, error) {
	var l leaf
	if err := json.Unmarshal(content, &l); err != nil {
		return Event{}, fmt.Errorf("an event of the record can't be read: %w", err)
	}
	body := newBody(l.Kind)
	if body == nil {
		return Event{}, &UnknownKindError{l.Kind}
	}
	if len(l.Body) == 0 {
		return Event{}, errors.New("an event of the record has no content")
	}
	if err := json.Unmarshal(l.Body, body); err != nil {
		return Event{}, fmt.Errorf("event %s can't be read: %w", l.Kind, err)
	}
	e := Event{To: to, Body: body, Stamp: Stamp{
		T: l.T, Story: l.Story, Wall: l.Wall, By: l.By, Seat: l.Seat, How: l.How, Via: l.Via, Said: l.T, Cmd: l.Cmd,
	}}
	if l.Said != nil {
		e.Said = *l.Said
	}
	return e, nil
}
