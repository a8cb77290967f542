package server

import "testing"

// TestNamesAreEven: a name has the width that it seems to have.
func TestNamesAreEven(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ given, want string }{
		{"Ana\u200b \u200dExample\ufeff", "Ana Example"},
		{"Zoe\u0301\u0302\u0303\u0304 Q", "Zoe\u0301\u0302 Q"},
		{"Nguye\u0302\u0303n", "Nguye\u0302\u0303n"},
		{"\u0301\u0302Ana", "Ana"},
		{"Ana\u2028Bo\ue000\U000e0fff", "Ana Bo"},
		{"陈宇", "陈宇"},
		{"नमस्ते", "नमस्ते"},
	} {
		if got, ok := cleanName(c.given); got != c.want || !ok {
			t.Errorf("%q is %q, want %q", c.given, got, c.want)
		}
	}
	if got, ok := cleanName("\u200b\u0301\u2060"); ok {
		t.Errorf("a name that nobody sees is %q", got)
	}
}
