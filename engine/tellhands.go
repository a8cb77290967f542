package engine

func (t teller) ofHands(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *Agreed:
		args := map[string]string{"side": t.side(b.Side), "what": b.What, "yes": ""}
		if b.Not {
			args["yes"] = "no-more"
		}
		return args
	case *OpenedUp:
		return map[string]string{}
	case *ClearanceAsked:
		return map[string]string{"who": e.Seat, "to": or(b.Hand, t.sides(b.To)), "what": b.What, "item": t.item(b.Item)}
	case *ClearanceDecided:
		return map[string]string{"who": e.Seat, "clearance": b.Clearance, "yes": yes(b.Cleared), "text": t.typed(b.Text)}
	case *Claimed:
		args := map[string]string{"who": e.Seat, "ref": b.Ref, "yes": ""}
		if b.Drop {
			args["yes"] = "dropped"
		}
		return args
	}
	return nil
}
