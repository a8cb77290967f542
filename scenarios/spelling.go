package scenarios

import (
	"slices"
	"strings"
)

// speller finds what was probably meant. It stops looking after so many
// comparisons: a file with thousands of unknown names is not misspelt.
type speller struct{ spent int }

const spellBudget = 3_000_000

// near returns the candidate most like word, or "" if none is like it.
func (s *speller) near(word string, candidates []string) string {
	const longest = 80
	if len(word) > longest {
		return ""
	}
	limit := min(max(1, len(word)/3), 3)
	best, at := "", limit+1
	for _, c := range candidates {
		if s.spent++; s.spent > spellBudget {
			return best
		}
		if c == word || len(c) > len(word)+limit || len(word) > len(c)+limit {
			continue
		}
		s.spent += len(c)
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d < at {
			best, at = c, d
		}
	}
	if best == "" {
		best = extension(word, candidates)
	}
	return best
}

// extension returns the one candidate that word begins, or that begins with
// it: "corvane" for "corvane-reports".
func extension(word string, candidates []string) string {
	if len(word) < 4 {
		return ""
	}
	found := ""
	for _, c := range candidates {
		if strings.HasPrefix(c, word) && c != word {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

// meant is near as a hint.
func (s *speller) meant(word string, candidates []string) string {
	if c := s.near(word, candidates); c != "" {
		return "did you mean " + quoted(c) + "?"
	}
	return ""
}

// distance is the number of letters to insert, delete, replace or swap with
// their neighbour to make b of a.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// quoted puts what somebody wrote between quotes, shortened and on one line.
func quoted(s string) string {
	const longest = 60
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "…"
	}
	s = strings.Map(func(r rune) rune {
		if harmful(r) {
			return ' '
		}
		return r
	}, s)
	return `"` + s + `"`
}

// listed is "a, b or c".
func listed(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
}

// oneOf lists a few of many words, sorted.
func oneOf(words []string) string {
	const most = 12
	words = slices.Sorted(slices.Values(words))
	if len(words) > most {
		words = append(words[:most], "…")
	}
	return strings.Join(words, ", ")
}
