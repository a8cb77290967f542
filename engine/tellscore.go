package engine

import (
	"fmt"
	"strconv"

	"parley/engine/words"
)

// TellScore says what a score is for, without its points.
func (v View) TellScore(s *Score, lang string) string {
	t := teller{v, lang}
	args := map[string]string{}
	for k, id := range s.Args {
		args[k] = id
		switch k {
		case "side":
			args[k] = t.side(id)
		case "request":
			args[k] = t.request(id)
		case "time":
			args[k] = t.say("time."+id, nil)
		case "act":
			args[k] = t.act(id)
		case "took", "within":
			args[k] = t.span(id)
		case "hotline":
			args[k] = or(t.betweenName(id), id)
		}
	}
	return words.HarmlessLine(t.say("score."+s.Code, args))
}

// span says a number of milliseconds in its two largest units.
func (t teller) span(millis string) string {
	ms, _ := strconv.ParseInt(millis, 10, 64)
	units := []struct {
		unit string
		of   int64
	}{{"days", 86_400_000}, {"hours", 3_600_000}, {"minutes", 60_000}, {"seconds", 1000}}
	out := ""
	for i, u := range units {
		if ms < u.of && (i < len(units)-1 || out != "") {
			continue
		}
		part := t.say("cond."+u.unit, map[string]string{"n": fmt.Sprint(ms / u.of)})
		ms %= u.of
		if out != "" {
			return out + " " + part
		}
		out = part
	}
	return out
}

// Shown writes the points: whole where they are, else with one decimal, a share of
// one with two.
func (t *Score) Shown() string {
	decimals := 1
	if t.Of == 1 {
		decimals = 2
	}
	n, _ := strconv.ParseFloat(strconv.FormatFloat(t.Points, 'f', decimals, 64), 64)
	return strconv.FormatFloat(n, 'f', -1, 64)
}
