package bots

// draws makes draws of one seed and purpose. Each is a hash of seed, purpose
// and what it is about, never the next of a stream, so that one draw more
// somewhere changes no other.
type draws struct{ seed uint64 }

// of gives 64 well-mixed bits.
func (d draws) of(parts ...string) uint64 {
	h := uint64(14695981039346656037) ^ d.seed*0x9E3779B97F4A7C15
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
		h = (h ^ 0xFF) * 1099511628211
	}
	// The finish of splitmix64: FNV alone leaves the high bits too even.
	h ^= h >> 30
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 27
	h *= 0x94D049BB133111EB
	return h ^ h>>31
}

// chance is true in percent of 100 draws.
func (d draws) chance(percent uint64, parts ...string) bool {
	return d.of(parts...)%100 < percent
}

// between draws from lo to hi milliseconds, both included.
func (d draws) between(lo, hi int64, parts ...string) int64 {
	return lo + int64(d.of(parts...)%uint64(hi-lo+1))
}
