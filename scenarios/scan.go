package scenarios

import (
	"strings"
	"unicode/utf8"
)

// What a file may be at most, before any parser sees it.
const (
	maxFileSize  = 16 << 20
	maxTotalSize = 64 << 20
	maxFiles     = 1000
	maxNesting   = 100
	maxTables    = 500_000
	maxDots      = 4_000_000
	maxInjects   = 100_000
)

// flaw is what a look at the bare text of a file finds.
type flaw struct {
	offset        int
	message, hint string
}

// scan looks through a file for what would cost a parser dearly or end in a
// poor message: bytes that are no text, nesting without end, a text that is
// opened and never closed. It returns nil if a parser may have the file.
func scan(body string, c *counts) *flaw {
	if f := scanBytes(body); f != nil {
		return f
	}
	s := scanner{body: body, counts: c}
	for s.i < len(s.body) && s.flaw == nil {
		s.step()
	}
	return s.flaw
}

// counts add up over all files of a scenario.
type counts struct {
	tables int
	dots   int // weighed: a parser's work grows with the square of a key's dots
}

func scanBytes(body string) *flaw {
	for _, mark := range []string{"\xff\xfe", "\xfe\xff"} {
		if strings.HasPrefix(body, mark) {
			return &flaw{0, "the file is UTF-16, not UTF-8", "save it as UTF-8 (in the editor's \"Save as\", under encoding)"}
		}
	}
	if i := strings.IndexByte(body, 0); i >= 0 {
		return &flaw{i, "there is a NUL byte here: this is not a text file", "save it as UTF-8 text"}
	}
	if utf8.ValidString(body) {
		return nil
	}
	for i := 0; ; {
		r, size := utf8.DecodeRuneInString(body[i:])
		if r == utf8.RuneError && size <= 1 {
			return &flaw{i, "this byte is not UTF-8", "save the file as UTF-8; it was probably saved in an older encoding"}
		}
		i += size
	}
}

// scanner knows just enough TOML to tell brackets from text.
type scanner struct {
	*counts
	body   string
	i      int
	depth  int  // of brackets and braces
	dotted int  // dots in the present key
	begun  bool // something stands on this line already
	flaw   *flaw
}

func (s *scanner) step() {
	c := s.body[s.i]
	switch c {
	case '#':
		s.i += lineLength(s.body[s.i:])
		return
	case '"', '\'':
		s.text(c)
		s.begun = true
		return
	case '\n':
		s.dotted, s.begun = 0, false
	case ' ', '\t', '\r':
	case '[', '{':
		s.open(c)
	case ']', '}':
		s.depth = max(s.depth-1, 0)
	case '.':
		s.dot()
	case ',', '=':
		s.dotted = 0
	}
	s.begun = s.begun || c > ' '
	s.i++
}

func (s *scanner) dot() {
	s.dotted++
	s.dots += 2 * s.dotted
	switch {
	case s.dotted > maxNesting:
		s.flaw = &flaw{s.i, "tables are nested more than 100 deep here", ""}
	case s.dots > maxDots:
		s.flaw = &flaw{s.i, "there are more keys with dots than a scenario can need", "write tables with headers of their own, such as [[inject.expect]]"}
	}
}

func (s *scanner) open(c byte) {
	if !s.begun || c == '{' {
		// A header starts a line. Inside an array a line may start so too, and
		// counts as well: no honest scenario comes near the limit.
		s.tables++
		if s.tables > maxTables {
			s.flaw = &flaw{s.i, "the scenario has more than 500,000 tables", "a scenario has at most 100,000 injects"}
		}
	}
	s.dotted = 0
	if s.depth++; s.depth > maxNesting {
		s.flaw = &flaw{s.i, "arrays and tables are nested more than 100 deep here", ""}
	}
}

// text skips a string.
func (s *scanner) text(quote byte) {
	rest := s.body[s.i:]
	triple := strings.Repeat(string(quote), 3)
	if strings.HasPrefix(rest, triple) {
		n := closing(rest[3:], triple, quote == '"')
		if n < 0 {
			s.flaw = &flaw{s.i, "the text that " + triple + " opens here is never closed", "put " + triple + " on a line of its own after its last line"}
			return
		}
		s.i += 3 + n
		return
	}
	n := closing(rest[1:], string(quote), quote == '"')
	if n < 0 {
		s.flaw = &flaw{
			s.i, "the text that " + string(quote) + " opens here is not closed on its line",
			"close it with " + string(quote) + `, or write """ before and after text of several lines`,
		}
		return
	}
	s.i += 1 + n
}

// closing returns how long s is up to and with its closing quotes, or -1. A
// single quote has to be closed on its line.
func closing(s, quotes string, escapes bool) int {
	for i := 0; i < len(s); i++ {
		switch {
		case len(quotes) == 1 && s[i] == '\n':
			return -1
		case escapes && s[i] == '\\' && !strings.HasPrefix(s[i:], "\\\n"):
			i++
		case s[i] == quotes[0] && strings.HasPrefix(s[i:], quotes):
			end := i + len(quotes)
			// Up to two more quotes belong to a text before its closing three.
			for n := 0; len(quotes) == 3 && n < 2 && end < len(s) && s[end] == quotes[0]; n++ {
				end++
			}
			return end
		}
	}
	return -1
}

func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}
