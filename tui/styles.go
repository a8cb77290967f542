package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// palette is the colours by what they say. Each is told by a sign or a word
// too, so that a screen without colour says the same.
type palette struct {
	accent, quiet, good, warn, bad, odd color.Color
}

// paletteOf is for a terminal with so many colours and a background that is
// dark, light, or not known. Of the finer shades, sixteen colours would make
// the wrong ones.
func paletteOf(p colorprofile.Profile, g ground) palette {
	few := p == colorprofile.ANSI
	switch {
	case g == groundDark && !few:
		return darkPalette()
	case g == groundLight && !few:
		return lightPalette()
	}
	out := neutralPalette()
	switch {
	case few && g == groundDark:
		out.quiet = lipgloss.Color("7")
	case few && g == groundUnknown:
		out.quiet = lipgloss.NoColor{} // a dark grey may be as dark as the background
	}
	return out
}

// ground is how dark a terminal's background is.
type ground uint8

// What a terminal says of its background.
const (
	groundUnknown ground = iota
	groundDark
	groundLight
)

// neutralPalette is for a terminal that does not say how dark it is: its own
// sixteen colours, which its owner chose to be readable.
func neutralPalette() palette {
	return palette{
		accent: lipgloss.Color("6"), quiet: lipgloss.Color("8"), good: lipgloss.Color("2"),
		warn: lipgloss.Color("3"), bad: lipgloss.Color("1"), odd: lipgloss.Color("5"),
	}
}

func darkPalette() palette {
	return palette{
		accent: lipgloss.Color("110"), quiet: lipgloss.Color("245"), good: lipgloss.Color("108"),
		warn: lipgloss.Color("179"), bad: lipgloss.Color("167"), odd: lipgloss.Color("139"),
	}
}

func lightPalette() palette {
	return palette{
		accent: lipgloss.Color("25"), quiet: lipgloss.Color("242"), good: lipgloss.Color("28"),
		warn: lipgloss.Color("130"), bad: lipgloss.Color("124"), odd: lipgloss.Color("90"),
	}
}

// styles are what panes draw with. They never change; another palette makes
// others, with a generation of its own for the keys of caches.
type styles struct {
	gen int

	plain, bold, dim, heading       style
	good, warn, bad, odd, accent    style
	title, titleFocus, rule         style
	chosen, chosenAway              style
	exercise, running, paused, gone style
	key, errorLine, infoLine        style
	fieldLabel, fieldFocus, button  style
	bar, stands, broken, over       fill
}

// fill is how a whole part of the projector's wall is filled: blocks, and text
// on them. Reversed spaces won't do, since a line's last are taken for nothing.
type fill struct{ block, text style }

// next draws alike, for what was drawn in another language to be drawn again.
func (s *styles) next() *styles {
	next := *s
	next.gen++
	return &next
}

func newStyles(p palette, gen int) *styles {
	s, in := lipgloss.NewStyle(), styleOf
	bold, fg := s.Bold(true), s.Foreground
	filled := func(s lipgloss.Style) fill { return fill{in(s), in(s.Reverse(true))} }
	strong := func(c color.Color) style { return in(fg(c).Bold(true)) }
	return &styles{
		gen: gen, plain: in(s), bold: in(bold), dim: in(fg(p.quiet)), heading: strong(p.accent),
		good: in(fg(p.good)), warn: in(fg(p.warn)), bad: strong(p.bad), odd: in(fg(p.odd)), accent: in(fg(p.accent)),
		title: in(fg(p.quiet)), titleFocus: strong(p.accent), rule: in(fg(p.quiet)),
		chosen: in(s.Reverse(true)), chosenAway: in(s.Underline(true)),
		exercise: strong(p.accent), running: strong(p.good), paused: strong(p.warn),
		gone: in(fg(p.bad).Bold(true).Reverse(true)),
		key:  strong(p.accent), errorLine: strong(p.bad), infoLine: in(fg(p.good)),
		fieldLabel: in(fg(p.quiet)), fieldFocus: strong(p.accent), button: in(bold.Reverse(true)),
		bar: filled(fg(p.accent)), stands: filled(fg(p.warn)), broken: filled(fg(p.bad)), over: filled(s),
	}
}
