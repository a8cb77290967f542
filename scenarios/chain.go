package scenarios

import (
	"slices"
	"strconv"
	"strings"
)

// checkChains reports injects that wait for each other in a circle, each
// circle once, at its first inject in the files.
func (l *loader) checkChains(drafts []draft) {
	byID := map[string]int{}
	for i, d := range drafts {
		if d.ID != "" {
			byID[d.ID] = i
		}
	}
	done := make([]int, len(drafts)) // the walk in which it was seen, from 1
	for i := range drafts {
		at, ok := i, true
		var way []int
		for ok && done[at] == 0 {
			done[at] = i + 1
			way = append(way, at)
			at, ok = byID[drafts[at].After]
		}
		if !ok || done[at] != i+1 {
			continue
		}
		l.circle(drafts, way[slices.Index(way, at):])
	}
}

func (l *loader) circle(drafts []draft, way []int) {
	const longest = 10
	first := slices.Index(way, slices.Min(way))
	way = slices.Concat(way[first:], way[:first])
	var names []string
	for _, i := range way[:min(len(way), longest)] {
		names = append(names, drafts[i].ID)
	}
	if len(way) > longest {
		names = append(names, "…")
	}
	names = append(names, drafts[way[0]].ID)
	l.errorf(drafts[way[0]].rec.at("after"), "circle", "one of them needs at, when, or nothing",
		"these injects wait for each other: %s", strings.Join(names, " after "))
}

// formatMillis writes a duration as files have it.
func formatMillis(m Millis) string {
	if m == 0 {
		return "0m"
	}
	var b strings.Builder
	for _, u := range units() {
		if n := m / u.length; n > 0 {
			b.WriteString(strconv.FormatInt(n, 10) + u.name)
			m -= n * u.length
		}
	}
	return b.String()
}
