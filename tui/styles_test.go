package tui

import (
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// TestSixteenColours: what a terminal of sixteen colours gets is left as it is,
// so that no two colours become one.
func TestSixteenColours(t *testing.T) {
	t.Parallel()
	for _, g := range []ground{groundUnknown, groundDark, groundLight} {
		p := paletteOf(colorprofile.ANSI, g)
		seen := map[color.Color]bool{}
		for _, c := range []color.Color{p.accent, p.quiet, p.good, p.warn, p.bad, p.odd} {
			if got := colorprofile.ANSI.Convert(c); c != (lipgloss.NoColor{}) && got != c {
				t.Errorf("%v becomes %v", c, got)
			}
			if seen[c] {
				t.Errorf("%v stands for two things", c)
			}
			seen[c] = true
		}
	}
	if paletteOf(colorprofile.ANSI256, groundDark) != darkPalette() || paletteOf(colorprofile.TrueColor, groundLight) != lightPalette() {
		t.Error("a terminal with more colours does not get them")
	}
}

func TestNoColor(t *testing.T) {
	t.Setenv("NO_COLOR", "yes")
	for _, c := range []struct {
		env  []string
		want bool
	}{{nil, true}, {[]string{"TERM=xterm"}, false}, {[]string{"NO_COLOR=1"}, true}, {[]string{"NO_COLOR="}, false}} {
		if noColor(c.env) != c.want {
			t.Errorf("%v", c.env)
		}
	}
}
