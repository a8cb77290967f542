package tui

import (
	"os"
	"testing"

	"parley/engine"
)

// newRequester sits before the console of an exercise with requests, which has
// begun.
func newRequester(tb testing.TB, w, h int) *user {
	tb.Helper()
	toml, err := os.ReadFile("testdata/requests.toml")
	if err != nil {
		tb.Fatal(err)
	}
	u := &user{tb, newFakeHost(tb, string(toml)), nil}
	u.start()
	u.resize(w, h)
	u.keys("space", "enter")
	u.pass(60_000)
	return u
}

// asked is a request that lacks little.
func asked() map[string]string {
	return map[string]string{
		"authority": "Alder Police, cyber division, case 16-204", "offence": "Unauthorised access, s. 1030: design files of Lantern Works were copied out.",
		"data": "1. Server logs of 1 to 12 April\n2. The account data of the tenant", "addresses": "203.0.113.7:443", "times": "2016-04-02 06:11:07 UTC",
	}
}

// received lets birch have a request of alder's, with a draft and one of its
// own beside it.
func received(u *user) {
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.SendRequest{Kind: "keep", To: "birch-cyber", Fields: asked(), Cites: []string{"treaty"}}})
	u.pass(90_000)
	u.do(engine.Command{Seat: "alder-press", Op: engine.SendRequest{Kind: "keep", To: "birch-centre", Urgency: "routine", Fields: map[string]string{"data": "Everything.", "addresses": "203.0.113.7"}}})
	u.pass(30_000)
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.SendRequest{Kind: "tip", To: "alder-cyber", Text: "We see beacons to 203.0.113.7. Please look."}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.DraftRequest{Kind: "keep", To: "alder-cyber", Fields: map[string]string{"authority": "Birch Police"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "acknowledge", Cites: []string{"duty"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "accept", Text: "We go to the provider today.", Cites: []string{"duty"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req2", Step: "ask-supplement", Asked: []string{"data", "addresses"}, Text: "Which server?"}})
	u.pass(10_000)
}
