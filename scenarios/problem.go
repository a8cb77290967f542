package scenarios

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Severity says whether a problem keeps a scenario from being used.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// maxProblems is how many problems are kept; who has more has one mistake made
// often, or a file that is not a scenario.
const maxProblems = 1000

// Problem is one mistake in a scenario, at the place where it stands.
type Problem struct {
	File     string   `json:"file"`   // as the reader knows it: a path; "" for what concerns no file
	Line     int      `json:"line"`   // from 1; 0 where no line is meant
	Column   int      `json:"column"` // from 1, in runes, not bytes
	Source   string   `json:"source"` // the line itself; "" of one that is longer than 4 KiB
	Severity Severity `json:"severity"`
	Code     string   `json:"code"` // stable, kebab-case: "unknown-key"
	Message  string   `json:"message"`
	Hint     string   `json:"hint"` // what was probably meant, or what to do; may be ""
}

// Place is the problem's "file:line:col", without what is not known.
func (p Problem) Place() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// String is the problem as a planner reads it: place and message, the line
// with a caret below the place, and the hint.
func (p Problem) String() string {
	var b strings.Builder
	if place := p.Place(); place != "" {
		b.WriteString(place + ": ")
	}
	if p.Severity == SeverityWarning {
		b.WriteString("warning: ")
	}
	b.WriteString(p.Message)
	if p.Line > 0 && strings.TrimSpace(p.Source) != "" {
		line, caret := excerpt(p.Source, p.Column)
		b.WriteString("\n    " + line + "\n    " + caret)
	}
	if p.Hint != "" {
		b.WriteString("\n  " + p.Hint)
	}
	return b.String()
}

// excerpt cuts a line to a width that fits a terminal and puts a caret below
// its column. Control characters become blanks: the line comes from a file
// that nobody has checked, and is about to be printed.
func excerpt(line string, column int) (shown, caret string) {
	const width, before = 100, 60
	runes := []rune(line)
	at := min(max(column-1, 0), len(runes))
	cut := 0
	if at > width-10 {
		cut = at - before
	}
	end := min(len(runes), cut+width)
	var b, pad strings.Builder
	if cut > 0 {
		b.WriteString("…")
		pad.WriteString(" ")
	}
	for i, r := range runes[cut:end] {
		if harmful(r) {
			r = ' '
		}
		b.WriteRune(r)
		if cut+i < at {
			pad.WriteString(strings.Repeat(" ", cells(r)))
		}
	}
	if end < len(runes) {
		b.WriteString("…")
	}
	return b.String(), pad.String() + "^"
}

// harmful reports whether a rune may act on a terminal instead of being shown.
func harmful(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == utf8.RuneError ||
		r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}

// cells is the width of a rune in a terminal, near enough for a caret.
func cells(r rune) int {
	wide := r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0x1f300 && r <= 0x1faff || r >= 0x20000 && r <= 0x3fffd
	if wide {
		return 2
	}
	return 1
}

// Problems are all that was found, sorted by file, line and column.
type Problems []Problem

// Errors returns those that keep the scenario from being used.
func (ps Problems) Errors() Problems {
	return ps.of(SeverityError)
}

// Warnings returns those that do not.
func (ps Problems) Warnings() Problems {
	return ps.of(SeverityWarning)
}

func (ps Problems) of(s Severity) Problems {
	var out Problems
	for _, p := range ps {
		if p.Severity == s {
			out = append(out, p)
		}
	}
	return out
}

// Err returns the errors as one error, or nil if there is none.
func (ps Problems) Err() error {
	errs := ps.Errors()
	if len(errs) == 0 {
		return nil
	}
	return errors.New(errs.String())
}

// String is all problems as a planner reads them.
func (ps Problems) String() string {
	parts := make([]string, len(ps))
	for i, p := range ps {
		parts[i] = p.String()
	}
	return strings.Join(parts, "\n")
}

// arranged sorts, drops repetitions and cuts the list off, errors kept before
// warnings. More are said to exist than were collected if dropped is not 0.
func arranged(ps Problems, dropped int) Problems {
	slices.SortStableFunc(ps, compareProblems)
	ps = slices.CompactFunc(ps, func(a, b Problem) bool { return a == b })
	total := len(ps) + dropped
	if total <= maxProblems {
		return ps
	}
	slices.SortStableFunc(ps, func(a, b Problem) int { return cmp.Compare(a.Severity, b.Severity) })
	ps = ps[:min(len(ps), maxProblems)]
	worst := ps[0].Severity
	slices.SortStableFunc(ps, compareProblems)
	return append(ps, Problem{
		Severity: worst, Code: "more",
		Message: fmt.Sprintf("and %d more", total-len(ps)),
		Hint:    "correct the first ones and load again",
	})
}

func compareProblems(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Hint, b.Hint),
	)
}
