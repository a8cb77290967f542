package engine

import "strconv"

// ids finds things by their number in views: "alder-a3" is the third of
// "alder-a". The lists only grow, so a copy of the outer slice is a snapshot.
type ids struct {
	lists []idList
	at    map[string]int // prefix to list; for the owner only
}

type idList struct {
	prefix string
	places []int32 // by number less one; -1: gone from the record
}

func splitID(id string) (prefix string, n int) {
	i := len(id)
	for i > 0 && id[i-1] >= '0' && id[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(id[i:])
	if err != nil || n < 1 || n > 1<<30 {
		return id, 0
	}
	return id[:i], n
}

// gone is the place of what is not in any vector: nothing can be found there.
const gone = -1

// count is the highest number given with a prefix.
func (x *ids) count(prefix string) int {
	if k, ok := x.at[prefix]; ok {
		return len(x.lists[k].places)
	}
	return 0
}

// put notes where a thing is, and that its number is taken.
func (x *ids) put(id string, place int) {
	prefix, n := splitID(id)
	if n == 0 {
		return
	}
	k, ok := x.at[prefix]
	if !ok {
		k = len(x.lists)
		x.at[prefix] = k
		x.lists = append(x.lists, idList{prefix: prefix})
	}
	l := &x.lists[k]
	for len(l.places) < n {
		l.places = append(l.places, gone)
	}
	if l.places[n-1] < 0 {
		l.places[n-1] = int32(place)
	}
}

// find is where a thing is.
func (x *ids) find(id string) (int, bool) {
	prefix, n := splitID(id)
	k, ok := x.at[prefix]
	if !ok || n < 1 || n > len(x.lists[k].places) || x.lists[k].places[n-1] < 0 {
		return 0, false
	}
	return int(x.lists[k].places[n-1]), true
}

// place finds an id in a snapshot of the lists.
func place(lists []idList, id string) (int, bool) {
	prefix, n := splitID(id)
	for i := range lists {
		if lists[i].prefix == prefix {
			if n < 1 || n > len(lists[i].places) || lists[i].places[n-1] < 0 {
				return 0, false
			}
			return int(lists[i].places[n-1]), true
		}
	}
	return 0, false
}
