package transcripts

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

const (
	maxAudience  = 64      // members in one audience
	maxMember    = 80      // bytes in one member
	maxAudiences = 1 << 16 // different audiences in one transcript
)

// An audience is a checked audience as it stands in a transcript.
type audience struct {
	id      uint32
	members []string
	text    string // as it stands in a line: ["a","b"]
	hashed  []byte // what the hash of a leaf begins with
}

// A table keeps each audience once, by its text.
type table struct {
	byText map[string]*audience
	last   *audience
}

func newTable() *table { return &table{byText: map[string]*audience{}} }

// read returns the audience that is written at b[i], and the index after it.
func (t *table) read(b []byte, i int) (*audience, int, error) {
	if t.last != nil {
		if end := token(b, i, t.last.text); end >= 0 { // it ends with a bracket, so that is all of it
			return t.last, end, nil
		}
	}
	end := bytes.IndexByte(b[i:], ']')
	if end < 0 {
		return nil, -1, errSyntax
	}
	a, err := t.parse(b[i : i+end+1])
	return a, i + end + 1, err
}

// parse returns the audience that is written as text, which is strictly `["a","b"]`.
func (t *table) parse(text []byte) (*audience, error) {
	if a, ok := t.byText[string(text)]; ok {
		t.last = a
		return a, nil
	}
	inner, ok := strings.CutPrefix(string(text), `["`)
	if !ok {
		return nil, errors.New("the audience is not a list of names")
	}
	inner, ok = strings.CutSuffix(inner, `"]`)
	if !ok {
		return nil, errors.New("the audience is not a list of names")
	}
	return t.add(strings.Split(inner, `","`))
}

// add returns the audience of these members.
func (t *table) add(members []string) (*audience, error) {
	if err := CheckAudience(members); err != nil {
		return nil, err
	}
	text := `["` + strings.Join(members, `","`) + `"]`
	if a, ok := t.byText[text]; ok {
		return a, nil
	}
	if len(t.byText) >= maxAudiences {
		return nil, fmt.Errorf("there are more than %d different audiences", maxAudiences)
	}
	a := &audience{id: uint32(len(t.byText)), members: slices.Clone(members), text: text}
	a.hashed = append(a.hashed, domainLeaf, byte(len(members)))
	for _, m := range members {
		a.hashed = append(a.hashed, byte(len(m)))
		a.hashed = append(a.hashed, m...)
	}
	t.byText[text] = a
	t.last = a
	return a, nil
}

// meets says whether an audience is for everyone or for one of these.
func (a *audience) meets(members []string) bool {
	for _, m := range a.members {
		if m == everyone || slices.Contains(members, m) {
			return true
		}
	}
	return false
}

const (
	everyone = "all"
	lead     = "lead"
	control  = "control"
)

// CheckAudience says what is wrong with an audience. It is sorted, has each member once and is not empty; a
// member is "all", "lead", SIDE or "control/SIDE", and SIDE is a kebab-case id other than "all", "lead" and
// "control".
func CheckAudience(members []string) error {
	switch {
	case len(members) == 0:
		return errors.New("the audience is empty")
	case len(members) > maxAudience:
		return fmt.Errorf("the audience has more than %d members", maxAudience)
	}
	for i, m := range members {
		if !validMember(m) {
			return fmt.Errorf("%q is not a member of any audience: it may be all, lead, a side, or control/ and a side", m)
		}
		if i > 0 && members[i-1] >= m {
			return fmt.Errorf("the audience is not sorted, or names %q twice", m)
		}
	}
	return nil
}

func validMember(m string) bool {
	if m == everyone || m == lead {
		return true
	}
	side := strings.TrimPrefix(m, control+"/")
	return len(m) <= maxMember && side != everyone && side != lead && side != control && kebab(side)
}

// kebab says whether s is letters and digits in groups joined by single hyphens.
func kebab(s string) bool {
	hyphen := true
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
