package server

import (
	"crypto/rand"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/tui"
)

// lang is the language of what is said before a seat's own screen.
func (s *Server) lang() string {
	if s.opts.Screen.Lang != "" {
		return s.opts.Screen.Lang
	}
	return s.scenario.Language
}

// t puts a text into that language.
func (s *Server) t(text string, args ...string) string {
	for i := 1; i < len(args); i += 2 {
		args[i] = words.HarmlessLine(args[i])
	}
	return words.Label(s.lang(), text, args...)
}

// title of the exercise.
func (s *Server) title() string { return words.HarmlessLine(s.scenario.Title.In(s.lang())) }

// banner is what stands before the password is asked for. What a client calls
// its seat is not in it.
func (s *Server) banner() string {
	return s.t("EXERCISE · {title}", "title", s.title()) + "\r\n" +
		s.t("The password is the code on your slip. Nothing shows while you type it.") + "\r\n"
}

// seatTitle is a seat in words.
func (s *Server) seatTitle(seat string) string {
	for i := range s.scenario.Roles {
		if r := &s.scenario.Roles[i]; r.ID == seat {
			if title := words.HarmlessLine(r.Title.In(s.lang())); title != "" {
				return title
			}
			return seat
		}
	}
	kind, side, _ := strings.Cut(seat, "/")
	for i := range s.scenario.Sides {
		if s.scenario.Sides[i].ID == side {
			side = words.HarmlessLine(s.scenario.Sides[i].Name.In(s.lang()))
		}
	}
	if side == "" {
		return s.staffTitle(kind)
	}
	return s.staffTitle(kind) + " · " + side
}

func (s *Server) staffTitle(kind string) string {
	switch kind {
	case engine.SeatControl:
		return s.t("Facilitator")
	case engine.SeatSimulator:
		return s.t("Simulator")
	case engine.SeatEvaluator:
		return s.t("Evaluator")
	case engine.SeatObserver:
		return s.t("Observer")
	}
	return s.t("The screen on the wall")
}

// randomLetters are so many letters that nobody can guess.
func randomLetters(n int) string {
	return strings.ToLower(rand.Text()[:n])
}

// isPerson reports whether the record's name of a person is one that a server
// gave.
func isPerson(person string) bool { return len(person) == 10 && strings.HasPrefix(person, "p-") }

// tell has something said on the screen that is shown.
func (t *terminal) tell(text string) { t.give(tui.ToldMsg{Text: text}) }
