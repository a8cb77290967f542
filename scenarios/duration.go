package scenarios

// ParseDuration reads a duration as scenario files have it ("1h30m", "90d",
// "500ms"), in milliseconds, from 0 to ten years.
func ParseDuration(s string) (Millis, error) { return parseDuration(s) }
