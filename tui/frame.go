package tui

import (
	"slices"
	"strings"
)

// drawn is a finished piece of the screen: lines of equal width. It is never
// changed, so its address says whether a piece is still the same.
type drawn struct {
	lines []string
}

// cached keeps what was drawn last together with all that it was drawn from.
type cached[K comparable] struct {
	key   K
	piece *drawn
}

// get gives the piece for a key, and draws it if the key is another one. What
// looks the same after all is the same piece, and nothing made of it is made
// anew.
func (c *cached[K]) get(key K, draw func() []string) *drawn {
	if c.piece != nil && c.key == key {
		return c.piece
	}
	lines := draw()
	if c.key = key; c.piece == nil || !slices.Equal(c.piece.lines, lines) {
		c.piece = &drawn{lines}
	}
	return c.piece
}

// beside puts pieces of equal height side by side, with a rule between them.
type beside struct {
	parts [3]*drawn
	rule  string
	out   *drawn
}

func (b *beside) join(rule string, parts ...*drawn) *drawn {
	if len(parts) == 1 {
		return parts[0]
	}
	var now [3]*drawn
	copy(now[:], parts)
	if b.out != nil && b.parts == now && b.rule == rule {
		return b.out
	}
	lines := make([]string, len(parts[0].lines))
	var s strings.Builder
	for i := range lines {
		s.Reset()
		s.Grow(len(parts[0].lines[i])*2 + len(rule))
		for k, p := range parts {
			if k > 0 {
				s.WriteString(rule)
			}
			s.WriteString(p.lines[i])
		}
		lines[i] = s.String()
	}
	b.parts, b.rule, b.out = now, rule, &drawn{lines}
	return b.out
}

// below puts pieces under each other and makes the text of a screen.
type below struct {
	parts [5]*drawn
	out   string
}

func (b *below) join(parts ...*drawn) string {
	var now [5]*drawn
	copy(now[:], parts)
	if b.out != "" && b.parts == now {
		return b.out
	}
	var s strings.Builder
	s.Grow(len(b.out) + len(b.out)/16) // about what it took the last time
	for _, p := range parts {
		for _, l := range p.lines {
			if s.Len() > 0 {
				s.WriteByte('\n')
			}
			s.WriteString(l)
		}
	}
	b.parts, b.out = now, s.String()
	return b.out
}
