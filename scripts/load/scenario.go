package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// sides that the seats are shared out to.
const sides = 2

// seatOf is the seat of a client, by its number: sides in turn.
func seatOf(client int) string { return fmt.Sprintf("%c%03d", 'a'+client%sides, client/sides+1) }

// sideOf is the side of a seat.
func sideOf(seat string) string { return "side-" + seat[:1] }

const scenarioHead = `format = 1
[scenario]
id = "load"
title = "Load"
family = "network-protection"
style = "operations"
[[phase]]
id = "play"
title = "Play"
story = 2026-03-02T08:00:00Z
  [[phase.segment]]
  kind = "play"
  length = "6h"
[[target]]
id = "mail"
title = "Mail server"
[[action]]
id = "check"
title = "Check a server"
takes = "10s"
result = "works"
`

const scenarioInject = `
[[inject]]
id = "inject-%[1]d"
phase = "play"
at = "%[2]s"
channel = "email"
from = "Duty desk"
to = ["everyone"]
subject = "%[3]s what is known so far"
body = """
Another %[1]d machines answer no longer. The duty desk asks each of you to look at your own, and to say
what you found, and what you do about it.

- What do you know?
- What do you need?
"""
`

// writeScenario writes one with so many seats and so many injects to all, the
// first at a time and then every so often.
func writeScenario(path string, seats, injects int, first, every time.Duration) error {
	var b strings.Builder
	b.WriteString(scenarioHead)
	for i := range sides {
		side := sideOf(seatOf(i))
		fmt.Fprintf(&b, "[[side]]\nid = %[1]q\nname = %[2]q\ntimezone = \"UTC\"\n[[agency]]\nid = \"agency-%[1]s\"\nside = %[1]q\nname = \"Agency\"\n",
			side, "Side "+strings.ToUpper(side[len(side)-1:]))
		fmt.Fprintf(&b, "[[authority]]\nid = \"may-%[1]s\"\nside = %[1]q\ntitle = \"Checks\"\nheld-by = [\"agency-%[1]s\"]\nbasis = \"point 1\"\npermits = [\"check\"]\nreaches = [\"own\"]\n", side)
	}
	for i := range seats {
		seat := seatOf(i)
		fmt.Fprintf(&b, "[[role]]\nid = %q\nagency = \"agency-%s\"\ntitle = %q\n", seat, sideOf(seat), seat)
	}
	for i := range injects {
		fmt.Fprintf(&b, scenarioInject, i, (first + time.Duration(i)*every).String(), marker(injectSign, i))
	}
	return os.WriteFile(path, []byte(b.String()), 0o600)
}
