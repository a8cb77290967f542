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

// style is short for what every other line names.
type style = lipgloss.Style

// styles are what panes draw with. They never change; another palette makes
// others, with a generation of its own for the keys of caches.
type styles struct {
	gen int

	plain, bold, dim, heading       lipgloss.Style
	good, warn, bad, odd, accent    lipgloss.Style
	title, titleFocus, rule         lipgloss.Style
	chosen, chosenAway              lipgloss.Style
	exercise, running, paused, gone lipgloss.Style
	key, errorLine, infoLine        lipgloss.Style
	fieldLabel, fieldFocus, button  lipgloss.Style
}

// next draws alike, for what was drawn in another language to be drawn again.
func (s *styles) next() *styles {
	next := *s
	next.gen++
	return &next
}

func newStyles(p palette, gen int) *styles {
	s := lipgloss.NewStyle()
	return &styles{
		gen: gen, plain: s, bold: s.Bold(true), dim: s.Foreground(p.quiet), heading: s.Bold(true).Foreground(p.accent),
		good: s.Foreground(p.good), warn: s.Foreground(p.warn), bad: s.Foreground(p.bad).Bold(true), odd: s.Foreground(p.odd), accent: s.Foreground(p.accent),
		title: s.Foreground(p.quiet), titleFocus: s.Bold(true).Foreground(p.accent), rule: s.Foreground(p.quiet),
		chosen: s.Reverse(true), chosenAway: s.Underline(true),
		exercise: s.Bold(true).Foreground(p.accent), running: s.Bold(true).Foreground(p.good), paused: s.Bold(true).Foreground(p.warn),
		gone: s.Bold(true).Reverse(true).Foreground(p.bad),
		key:  s.Bold(true).Foreground(p.accent), errorLine: s.Bold(true).Foreground(p.bad), infoLine: s.Foreground(p.good),
		fieldLabel: s.Foreground(p.quiet), fieldFocus: s.Bold(true).Foreground(p.accent), button: s.Bold(true).Reverse(true),
	}
}
