package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// CodesMark is how every file of codes begins.
const CodesMark = `{"parley-codes":`

// codesFormat is the version of the file that this program writes.
const codesFormat = 1

// WriteCodes writes hashed codes to a file that [ReadCodes] reads, a line for
// each seat. scenario is the id of the one whose seats they are.
func WriteCodes(w io.Writer, scenario string, codes Codes) error {
	var b bytes.Buffer
	id, err := json.Marshal(scenario)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "%s%d,\n\"scenario\":%s,\n\"codes\":{", CodesMark, codesFormat, id)
	seats := make([]string, 0, len(codes))
	for seat := range codes {
		seats = append(seats, seat)
	}
	slices.Sort(seats)
	for i, seat := range seats {
		name, err := json.Marshal(seat)
		if err != nil {
			return err
		}
		code, err := json.Marshal(codes[seat])
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n%s:%s", name, code)
	}
	b.WriteString("}}\n")
	_, err = b.WriteTo(w)
	return err
}

// CodesMistake is something wrong in a file of codes, at a line.
type CodesMistake struct {
	Line int // from 1
	What string
}

func (m CodesMistake) Error() string { return fmt.Sprintf("line %d: %s", m.Line, m.What) }

// ReadCodes reads what [WriteCodes] wrote. seats are those that the scenario
// has. The error joins a [CodesMistake] for everything that is wrong.
func ReadCodes(data []byte, scenario string, seats []string) (Codes, error) {
	line := func(offset int64) int {
		return 1 + bytes.Count(data[:min(max(0, int(offset)), len(data))], []byte("\n"))
	}
	var f struct {
		Format   int             `json:"parley-codes"`
		Scenario string          `json:"scenario"`
		Codes    json.RawMessage `json:"codes"`
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, CodesMistake{line(badAt(err, int64(len(data)))), "this can't be read; the file was cut off or changed"}
	}
	switch {
	case f.Format == 0:
		return nil, CodesMistake{1, "this is no file of codes"}
	case f.Format != codesFormat:
		return nil, CodesMistake{1, fmt.Sprintf("the file is of version %d, and this Parley reads version %d", f.Format, codesFormat)}
	case f.Scenario != scenario:
		return nil, CodesMistake{line(int64(bytes.Index(data, []byte(`"scenario"`)))), fmt.Sprintf("the codes are for %q, and this is %s", f.Scenario, scenario)}
	}
	var each map[string]json.RawMessage
	if err := json.Unmarshal(f.Codes, &each); err != nil {
		return nil, CodesMistake{line(int64(bytes.Index(data, []byte(`"codes"`)))), "there are no codes by seat"}
	}
	out := Codes{}
	var wrong []error
	for seat, raw := range each {
		name, _ := json.Marshal(seat) // a string always can be
		at := line(int64(bytes.Index(data, append(name, ':'))))
		var k KeptCode
		switch err := json.Unmarshal(raw, &k); {
		case !slices.Contains(seats, seat):
			wrong = append(wrong, CodesMistake{at, fmt.Sprintf("%s has no seat %q; its seats are %s", scenario, seat, strings.Join(seats, ", "))})
		case err != nil || !k.usable():
			wrong = append(wrong, CodesMistake{at, "the code of " + seat + " is damaged"})
		default:
			out[seat] = k
		}
	}
	slices.SortFunc(wrong, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return out, errors.Join(wrong...)
}

// badAt is how far a reader of JSON came.
func badAt(err error, end int64) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	}
	return end
}
