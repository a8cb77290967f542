package report

import (
	"slices"
	"strconv"

	"parley/engine"
)

// acknowledgements say who took in what how fast: the median by role, then
// each delivery.
func (a *account) acknowledgements() {
	a.page.heading(2, "Who acknowledged what how fast")
	var detail [][]string
	received := map[string]int{}
	opened, acked := map[string][]int64{}, map[string][]int64{}
	for _, d := range a.deliveries() {
		for _, role := range d.Roles {
			if !a.ofWhose(role) {
				continue
			}
			received[role]++
			k := addressee{d.ID, role}
			row := []string{engine.FormatT(d.T), d.ID, role, "", ""}
			if t, ok := a.tally.opened[k]; ok {
				opened[role] = append(opened[role], t-d.T)
				row[3] = span(t - d.T)
			}
			if t, ok := a.tally.acked[k]; ok {
				acked[role] = append(acked[role], t-d.T)
				row[4] = span(t - d.T)
			}
			if d.Recalled {
				row[1] += " (recalled)"
			}
			detail = append(detail, row)
		}
	}
	var rows [][]string
	for i := range a.sc.Roles {
		id := a.sc.Roles[i].ID
		if received[id] == 0 {
			continue
		}
		rows = append(rows, []string{
			id, strconv.Itoa(received[id]), strconv.Itoa(len(opened[id])), median(opened[id]), strconv.Itoa(len(acked[id])), median(acked[id]),
		})
	}
	a.page.table([]string{"Role", "Received", "Opened", "Median time", "Acknowledged", "Median time"}, rows)
	if detail != nil {
		a.page.table([]string{"Delivered", "Delivery", "To", "Opened after", "Acknowledged after"}, detail)
	}
}

// deliveries in the order in which they were made.
func (a *account) deliveries() []engine.Delivery {
	byID := map[string]engine.Delivery{}
	for i := range a.v.MSELLen() {
		m := a.v.MSELAt(i)
		for _, d := range a.v.DeliveriesOf(&m) {
			byID[d.ID] = d
		}
	}
	var out []engine.Delivery
	for i := range a.v.Events() {
		if b, ok := a.v.EventAt(i).Body.(*engine.Delivered); ok {
			if d, ok := byID[b.ID]; ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// median of spans, "" of none; the middle of the two for an even number.
func median(of []int64) string {
	if len(of) == 0 {
		return ""
	}
	s := slices.Sorted(slices.Values(of))
	n := len(s)
	if n%2 == 1 {
		return span(s[n/2])
	}
	return span((s[n/2-1] + s[n/2]) / 2)
}
