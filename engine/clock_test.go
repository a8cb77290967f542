package engine

import (
	"testing"
	"time"
)

const threeInjects = `
[[inject]]
id = "first"
phase = "one"
at = "2m"
channel = "email"
to = ["alder-cyber"]
subject = "First"
body = "x"
  [[inject.expect]]
  action = "preserve"
  by = ["alder-cyber"]
  within = "5m"
[[inject]]
id = "second"
after = "first"
delay = "3m"
channel = "email"
to = ["birch"]
subject = "Second"
body = "x"
[[inject]]
id = "third"
phase = "one"
at = "20m"
channel = "email"
to = ["everyone"]
subject = "Third"
body = "x"
`

func TestInjectsFallDueAtTheirExactTime(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("25m")
	tb.wantStory("delivered first#1@00:02:00, delivered second#1@00:05:00, delivered third#1@00:20:00", "delivered")
}

func TestTimeStandsWhilePausedAndFrozen(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("1m")
	tb.do(SeatControl, Pause{})
	if c := tb.x.Clock(); c.At(1_000_000) != 60_000 {
		t.Errorf("paused, but it is %d", c.At(1_000_000))
	}
	tb.refuses("already-paused", SeatControl, Pause{})
	tb.do(SeatControl, Deliver{"third"}) // bears the present t
	tb.do(SeatControl, Freeze{})
	tb.refuses("wrong-moment", "alder-cyber", Act{Action: "preserve"})
	tb.refuses("wrong-moment", SeatControl, Deliver{"first"})
	tb.do(SeatControl, Resume{})
	tb.wantStory("delivered third#1@00:01:00", "delivered")
}

func TestRateChangesWhatTheClockShowsAndNothingThatHappened(t *testing.T) {
	tb := started(t, threeInjects) // wall is exercise time until here
	tb.until("1m")
	tb.do(SeatControl, SetRate{Num: 3, Den: 2})
	c := tb.x.Clock()
	if got := c.At(60_000 + 10_000); got != 75_000 {
		t.Errorf("ten seconds at 3/2 after 1m: %d", got)
	}
	if got := c.At(c.WallAt(120_000)); got != 120_000 {
		t.Errorf("the wall time of T+2m shows %d", got)
	}
	tb.refuses("bad-rate", SeatControl, SetRate{Num: 0, Den: 1})
	tb.refuses("bad-rate", SeatControl, SetRate{Num: 1, Den: 1_000_000})
}

func TestHoldReleaseRetime(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("1m")
	tb.do(SeatControl, Hold{"first"})
	tb.do(SeatControl, Retime{"third", 240_000})
	tb.until("10m")
	tb.wantStory("delivered third#1@00:04:00", "delivered")
	tb.do(SeatControl, Release{"first"}) // its time has passed: now
	tb.until("12m")
	tb.wantStory("delivered third#1@00:04:00, delivered first#1@00:10:00", "delivered")
	tb.do(SeatControl, Retime{"second", 0}) // into the past: now
	tb.wantStory("delivered third#1@00:04:00, delivered first#1@00:10:00, delivered second#1@00:12:00", "delivered")
	tb.refuses("wrong-state", SeatControl, Hold{"second"})
	tb.refuses("no-such-inject", SeatControl, Hold{"nothing"})
}

func TestEndOfASegmentHoldsWhatItHasNotDelivered(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("10m")
	tb.do(SeatControl, NextSegment{})
	tb.wantStory("held third:ended@00:10:00", "held")
	tb.refuses("last-segment", SeatControl, NextSegment{})
	tb.until("45m")
	tb.do(SeatControl, NextPhase{})
	tb.refuses("last-phase", SeatControl, NextPhase{})
	tb.wantStory("segment-started one-play@00:00:00, segment-started one-talk@00:10:00, segment-started two-play@00:45:00", "segment-started")
}

func TestSkippingSendsWhatHangsOnItToControl(t *testing.T) {
	tb := started(t, threeInjects)
	tb.do(SeatControl, Skip{Inject: "first", Reason: "no time"})
	tb.until("25m")
	tb.wantStory("skipped first:hand@00:00:00, held second:skipped-before@00:00:00, delivered third#1@00:20:00", "delivered", "skipped", "held")
	if len(tb.x.waiting) != 1 || tb.x.waiting[0].Kind != "depends" {
		t.Errorf("control's queue: %+v", tb.x.waiting)
	}
}

func TestStoryTime(t *testing.T) {
	tb := started(t, threeInjects)
	at := func(want string) {
		t.Helper()
		if got := time.UnixMilli(tb.x.clock.StoryAt(tb.at)).UTC().Format(time.DateTime); got != want {
			t.Errorf("at %s story time is %s, want %s", FormatT(tb.at), got, want)
		}
	}
	tb.until("10m")
	at("2016-04-12 08:10:00") // pace 1
	tb.do(SeatControl, NextSegment{})
	tb.until("20m")
	at("2016-04-12 08:10:00") // stands in a breakout
	tb.do(SeatControl, NextPhase{})
	at("2016-04-20 08:00:00") // leaps
	tb.until("22m")
	at("2016-04-20 10:00:00") // pace 60
}

func TestWithinIncludesItsLastInstant(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("7m") // first came at 2m, five minutes are over now
	tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	tb.wantStory("expectation-set first#1/1:met@00:07:00", "expectation-set")

	late := started(t, threeInjects)
	late.until("7m1ms")
	late.wantStory("expectation-set first#1/1:missed@00:07:00", "expectation-set") // 00:07:00.001
	act := late.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	late.wantStory("expectation-set first#1/1:missed@00:07:00, expectation-set first#1/1:late@00:07:00", "expectation-set")
	late.do("alder-cyber", Withdraw{Act: act})
}

func TestWhatWasSaidInTimeCorrectsAMiss(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("15m")
	tb.said("alder-cyber", "6m", Act{Action: "preserve", Target: "corvane"})
	tb.wantStory("expectation-set first#1/1:missed@00:07:00, expectation-set first#1/1:met@00:15:00", "expectation-set")
}

func TestJump(t *testing.T) {
	tb := started(t, threeInjects)
	tb.until("3m")
	tb.refuses("jump-back", SeatControl, Jump{To: 100})
	tb.refuses("jump-past-segment", SeatControl, Jump{To: 31 * 60_000})
	list := tb.x.JumpList(tb.at, 25*60_000)
	if len(list) != 3 || list[0].ID != "second" || list[1].ID != "first#1/1" || list[2].ID != "third" {
		t.Fatalf("the jump passes %+v", list)
	}
	tb.refuses("jump-list-changed", SeatControl, Jump{To: 25 * 60_000, Choices: list[:2]})
	list[0].Choice, list[1].Choice, list[2].Choice = JumpDeliver, JumpSkip, JumpShift
	tb.do(SeatControl, Jump{To: 25 * 60_000, Choices: list})
	tb.do(SeatControl, Hold{"third"})
	tb.do(SeatControl, Release{"third"})
	tb.until("43m")
	tb.wantStory("delivered first#1@00:02:00, expectation-set first#1/1:waived@00:03:00, delivered second#1@00:25:00, delivered third#1@00:42:00",
		"delivered", "expectation-set")
}

func TestAJumpFiresLegalPeriodsAtTheirOwnTime(t *testing.T) {
	tb := started(t, preservation)
	tb.until("1m")
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane", Cites: []string{"short"}})
	tb.until("6m")
	tb.do(SeatControl, DecideOutcome{Act: act, Result: ResultWorks}) // lasts ten minutes
	tb.do(SeatControl, Jump{To: 20 * 60_000, Choices: tb.x.JumpList(tb.at, 20*60_000)})
	tb.wantStory("lapsed effect:alder-a1@00:16:00", "lapsed")
}

func TestALeapFiresWhatItPassesInStoryOrder(t *testing.T) {
	tb := started(t, preservation+`
[[inject]]
id = "gone"
category = "contingency"
when = 'acted("preserve") and not stands("preserve") and delivered("asked")'
channel = "email"
to = ["alder-cyber"]
subject = "Gone"
body = "x"
auto = true
[[inject]]
id = "asked"
channel = "email"
to = ["alder-cyber"]
subject = "Asked"
body = "x"
`)
	long := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane", Cites: []string{"long"}})
	short := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane", Cites: []string{"short"}})
	tb.until("6m")
	tb.do(SeatControl, DecideOutcome{Act: long, Result: ResultWorks})
	tb.do(SeatControl, DecideOutcome{Act: short, Result: ResultWorks})
	tb.do(SeatControl, Deliver{"asked"})
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, NextPhase{})
	tb.wantStory("delivered asked#1@00:06:00, lapsed effect:alder-a2@00:06:00, lapsed effect:alder-a1@00:06:00, delivered gone#1@00:06:00", "lapsed", "delivered")
	var story []string
	for _, e := range tb.ev {
		if e.Body.Kind() == "lapsed" {
			story = append(story, time.UnixMilli(e.Story).UTC().Format("01-02 15:04"))
		}
	}
	if len(story) != 2 || story[0] != "04-12 08:16" || story[1] != "04-15 08:06" {
		t.Errorf("lapses bear story times %v", story)
	}
}

const preservation = `
[[authority]]
id = "short"
side = "alder"
title = "Short preservation"
held-by = ["alder-police"]
basis = "s. 1"
permits = ["preserve"]
reaches = ["own"]
lasts = "10m"
[[authority]]
id = "long"
side = "alder"
title = "Long preservation"
held-by = ["alder-police"]
basis = "s. 2"
permits = ["preserve"]
reaches = ["own"]
lasts = "3d"
`
