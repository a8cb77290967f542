package tui

import (
	"slices"
	"strings"
)

// letterRows is how many pixels high the wall's letters are.
const letterRows = 5

// wallLetters are the letters that a room can read, as pixels by rows. What is
// not here can't be drawn large: other scripts, above all.
const wallLetters = `
0 ### #.# #.# #.# ###
1 .#. ##. .#. .#. ###
2 ### ..# ### #.. ###
3 ### ..# ### ..# ###
4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###
6 ### #.. ### #.# ###
7 ### ..# ..# .#. .#.
8 ### #.# ### #.# ###
9 ### #.# ### ..# ###
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .## #.. #.# #.# .##
H #.# #.# ### #.# #.#
I # # # # #
J ..# ..# ..# #.# .#.
K #.# #.# ##. #.# #.#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
P ##. #.# ##. #.. #..
Q .##. #..# #..# #.## .###
R ##. #.# ##. #.# #.#
S .## #.. .#. ..# ##.
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# .##
V #.# #.# #.# #.# .#.
W #...# #...# #.#.# ##.## #...#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
: . # . # .
; . # . # #
. . . . . #
, .. .. .. .# #.
' # # . . .
" #.# #.# ... ... ...
! # # # . #
? ##. ..# .#. ... .#.
- ... ... ### ... ...
+ ... .#. ### .#. ...
= ... ### ... ### ...
/ ..# ..# .#. #.. #..
( .# #. #. #. .#
) #. .# .# .# #.
& .#.. #.#. .#.. #.## .##.
% #..# ...# .##. #... #..#
‖ ##.## ##.## ##.## ##.## ##.##
✳ #.#.# .###. ##### .###. #.#.#
■ ##### ##### ##### ##### #####
`

// letter is the pixels of one letter, by rows.
func letter(r rune) (rows []string, ok bool) {
	if r == ' ' {
		return []string{"..", "..", "..", "..", ".."}, true
	}
	_, rest, ok := strings.Cut(wallLetters, "\n"+string(r)+" ")
	if !ok {
		return nil, false
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.Fields(line), true
}

// pixels sets a text in letters, by rows; false where one of them is not there.
func pixels(text string) (rows [letterRows]string, ok bool) {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "−", "-", "…", "...").Replace(strings.ToUpper(text))
	for i, r := range []rune(text) {
		l, ok := letter(r)
		if !ok {
			return rows, false
		}
		for y := range rows {
			if i > 0 {
				rows[y] += "."
			}
			rows[y] += l[y]
		}
	}
	return rows, text != ""
}

// large draws a harmless text in large letters on lines of equal width: each
// pixel is scale columns wide and half as many lines high. Nil where it can't be
// drawn so, or takes more than w columns.
func large(text string, scale, w int) []string {
	rows, ok := pixels(text)
	if !ok || len(rows[0])*scale > w {
		return nil
	}
	set := func(y, x int) bool { return y < letterRows*scale && rows[y/scale][x] == '#' }
	var out []string
	for y := 0; y < letterRows*scale; y += 2 {
		var b strings.Builder
		for x := range len(rows[0]) {
			cell := " "
			switch top, bottom := set(y, x), set(y+1, x); {
			case top && bottom:
				cell = "█"
			case top:
				cell = "▀"
			case bottom:
				cell = "▄"
			}
			b.WriteString(strings.Repeat(cell, scale))
		}
		out = append(out, b.String())
	}
	return out
}

// largest draws a text as large as w columns and h lines allow, up to a scale.
func largest(text string, scale, w, h int) []string {
	for ; scale > 0; scale-- {
		if lines := large(text, scale, w); lines != nil && len(lines) <= h {
			return lines
		}
	}
	return nil
}

// wordGap is how many pixels lie between words.
const wordGap = 4

// largeText is a text of several words in large letters, a blank line between
// its lines, of which none is much shorter than the others; nil where it can't be
// drawn so.
func largeText(text string, w int) []string {
	words := strings.Fields(text)
	wide := make([]int, len(words))
	for i, word := range words {
		rows, ok := pixels(word)
		if wide[i] = len(rows[0]); !ok || wide[i] > w {
			return nil
		}
	}
	broken, most := brokenAt(wide, w), w
	for w--; w > 0 && slices.Max(append(wide[:len(wide):len(wide)], 0)) <= w; w-- {
		narrower := brokenAt(wide, w)
		if len(narrower) > len(broken) {
			break
		}
		broken = narrower
	}
	var out []string
	for i, from := range broken {
		to := len(words)
		if i+1 < len(broken) {
			to = broken[i+1]
		}
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, large(strings.Join(words[from:to], " "), 1, most)...)
	}
	return out
}

// brokenAt are the first words of lines of at most w pixels, by the widths of all
// words.
func brokenAt(wide []int, w int) []int {
	var out []int
	now := 0
	for i, n := range wide {
		if i == 0 || now+wordGap+n > w {
			out, now = append(out, i), n
			continue
		}
		now += wordGap + n
	}
	return out
}
