package scenarios

import "time"

// Zone is the time zone of an IANA name, UTC for a name that is none.
func Zone(name string) *time.Location {
	if loc, err := time.LoadLocation(name); err == nil && loc != time.Local {
		return loc
	}
	return time.UTC
}
