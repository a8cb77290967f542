package engine

import (
	"maps"
	"slices"
	"strings"

	"parley/scenarios"
)

// kindOf finds a kind of request, nil if the scenario has none of that id.
func (p *plan) requestKind(sc *scenarios.Scenario, id string) *scenarios.RequestKind {
	if i, ok := p.request[id]; ok {
		return &sc.Requests[i]
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// draftRequest keeps a request that is being written. It may be as incomplete
// as one likes.
func (x *Exercise) draftRequest(c *Command, op DraftRequest) error {
	side := x.sideOf(c.Seat)
	kind, err := x.checkContent(side, op.Kind, op.To, &op.Urgency, op.Case, op.Fields)
	if err != nil {
		return err
	}
	if err := checkTexts(append(slices.Collect(maps.Values(op.Fields)), op.Text)...); err != nil {
		return err
	}
	if op.Request != "" {
		d, err := x.draftOf(side, op.Request)
		if err != nil {
			return err
		}
		if d.Sent != "" {
			return refuse("already-sent", "request", d.Sent)
		}
	}
	to := x.aud.side[side]
	b := &RequestDrafted{ID: op.Request, Request: kind.ID, To: op.To, Urgency: op.Urgency, Case: op.Case}
	b.Fields = x.typedAll(to, side, op.Lang, op.Fields, nil)
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	if b.ID == "" {
		b.ID = x.next(side + "-draft")
	}
	x.emit(to, b)
	return nil
}

// checkContent refuses what no request of the kind can be: another side's role
// must be there to receive it, and the fields must be the kind's.
func (x *Exercise) checkContent(side, kind, to string, urgency *string, file string, fields map[string]string) (*scenarios.RequestKind, error) {
	k := x.plan.requestKind(x.sc, kind)
	if k == nil {
		return nil, refuse("no-such-request-kind", "kind", kind)
	}
	if other := x.sideOf(to); other == "" || IsControl(to) || other == side {
		return nil, refuse("not-another-side", "to", to)
	}
	if *urgency == "" {
		*urgency = k.Times[0].Urgency
	}
	if k.TimesOf(*urgency) == nil {
		return nil, refuse("no-such-urgency", "urgency", *urgency)
	}
	if file != "" && !x.knowsCase(file) {
		return nil, refuse("no-such-case", "case", file)
	}
	return k, checkFields(k, sortedKeys(fields))
}

func checkFields(k *scenarios.RequestKind, ids []string) error {
	for _, id := range ids {
		if k.Field(id) == nil {
			return refuse("no-such-field", "field", id)
		}
	}
	return nil
}

func (x *Exercise) draftOf(side, id string) (*Draft, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.drafts.len() {
		if d := x.drafts.at(int(i)); d.ID == id && d.Side == side {
			return d, nil
		}
	}
	return nil, refuse("no-such-draft", "request", id)
}

// sendRequest sends a request: whatever it lacks, and whoever sends it
// (rule 6). What it contains is held against its kind, and its response times
// begin to run.
func (x *Exercise) sendRequest(c *Command, op SendRequest) error {
	side := x.sideOf(c.Seat)
	var from map[string]string
	text := ""
	if op.Draft != "" {
		d, err := x.draftOf(side, op.Draft)
		if err != nil {
			return err
		}
		if d.Sent != "" {
			return refuse("already-sent", "request", d.Sent)
		}
		from, text = x.takeUp(d, &op)
	}
	kind, err := x.checkContent(side, op.Kind, op.To, &op.Urgency, op.Case, op.Fields)
	if err != nil {
		return err
	}
	if err := checkTexts(append(slices.Collect(maps.Values(op.Fields)), op.Text)...); err != nil {
		return err
	}
	if err := x.checkCites(side, op.Cites); err != nil {
		return err
	}
	other := x.sideOf(op.To)
	to := x.across(side, other)
	b := &RequestSent{Request: kind.ID, From: c.Seat, FromSide: side, To: op.To, ToSide: other, Urgency: op.Urgency, Case: op.Case}
	b.ID = x.next(side + "-req")
	x.doneAs(c, kind.As[scenarios.StepSend], b.ID, scenarios.StepSend, op.Cites)
	b.Fields = x.typedAll(to, side, op.Lang, op.Fields, from)
	b.Text = x.typed(to, side, op.Lang, op.Text, text)
	b.Basis = x.basisOf(side, op.Cites)
	if !slices.Contains(kind.Senders, c.Seat) {
		b.OffChannel = append(b.OffChannel, "sender")
	}
	if !slices.Contains(kind.Receivers, op.To) {
		b.OffChannel = append(b.OffChannel, "receiver")
	}
	x.emit(to, b)
	if op.Draft != "" {
		sent := *x.drafts.at(int(x.mustPlace(op.Draft))).RequestDrafted
		sent.Sent = b.ID
		x.emit(x.aud.side[side], &sent)
	}
	x.checkRequest(b.ID)
	x.startResponses(b.ID, kind)
	return nil
}

// takeUp fills a request from a draft, unless it bears contents of its own that
// take its place. It names the draft's texts that it copies.
func (x *Exercise) takeUp(d *Draft, op *SendRequest) (from map[string]string, text string) {
	if op.Kind == "" {
		op.Kind, op.To, op.Urgency, op.Case = d.Request, d.To, d.Urgency, d.Case
		op.Fields, op.Text = x.readAll(d.Fields), x.read(d.Text)
	}
	from = map[string]string{}
	for field, id := range d.Fields {
		if x.read(id) == op.Fields[field] {
			from[field] = id
		}
	}
	if x.read(d.Text) == op.Text {
		text = d.Text
	}
	return from, text
}

// read gives a typed text as it stands, "" for one that is gone.
func (x *Exercise) read(id string) string {
	if i, ok := x.placeOf(id); ok && id != "" && int(i) < x.texts.len() && x.texts.at(int(i)).ID == id {
		return x.texts.at(int(i)).Text
	}
	return ""
}

func (x *Exercise) readAll(fields map[string]string) map[string]string {
	out := make(map[string]string, len(fields))
	for k, id := range fields {
		out[k] = x.read(id)
	}
	return out
}

// requestOf gives a request that a side sent or received.
func (x *Exercise) requestOf(side, id string) (*Request, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.requests.len() {
		if r := x.requests.at(int(i)); r.ID == id && (side == "" || r.FromSide == side || r.ToSide == side) {
			return r, nil
		}
	}
	return nil, refuse("no-such-request", "request", id)
}

// stepRequest takes a step on a request.
func (x *Exercise) stepRequest(c *Command, op StepRequest) error {
	side := x.sideOf(c.Seat)
	r, err := x.requestOf(side, op.Request)
	if err != nil {
		return err
	}
	kind := x.plan.requestKind(x.sc, r.Request)
	if err := x.checkStep(side, r, kind, &op); err != nil {
		return err
	}
	justified := op.Step == scenarios.StepAskSupplement && x.justified(r, kind, op.Asked)
	if op.Step == scenarios.StepForward {
		x.doneAs(c, kind.As[op.Step], r.ID, op.Step, op.Cites)
		to := x.aud.side[side]
		x.emit(to, &RequestForwarded{Request: r.ID, To: op.To, Text: x.typed(to, side, op.Lang, op.Text, ""), ID: x.next(side + "-forward")})
		return nil
	}
	to, other, role := r.to, r.FromSide, r.From
	if side == r.FromSide {
		other, role = r.ToSide, r.To
	}
	b := &RequestStepped{
		ID: x.next(r.ID + "-step"), Request: r.ID, Step: op.Step, Side: side, Asked: op.Asked, Ground: op.Ground, Review: op.Review,
		Items: op.Items, Evidence: x.commonIDs(side, other, op.Evidence), Result: op.Result, Basis: x.basisOf(side, op.Cites),
	}
	x.doneAs(c, kind.As[op.Step], r.ID, op.Step, op.Cites)
	b.Fields = x.typedAll(to, side, op.Lang, op.Fields, nil)
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	x.emit(to, b)
	for _, id := range b.Evidence {
		x.give(giving{id: id, side: side, from: c.Seat, to: role, request: r.ID})
	}
	if op.Step == scenarios.StepSupplement {
		x.checkRequest(r.ID)
	}
	x.respond(r.ID, b, justified)
	return nil
}

// checkStep refuses a step that is not the side's, or not one at all.
func (x *Exercise) checkStep(side string, r *Request, kind *scenarios.RequestKind, op *StepRequest) error {
	mine := scenarios.ReceiverSteps()
	if side == r.FromSide {
		mine = scenarios.SenderSteps()
	}
	switch {
	case !slices.Contains(slices.Concat(scenarios.SenderSteps(), scenarios.ReceiverSteps()), op.Step):
		return refuse("no-such-step", "step", op.Step)
	case !slices.Contains(mine, op.Step):
		return refuse("not-your-step", "step", op.Step)
	case r.State == RequestClosed || r.State == RequestWithdrawn:
		return refuse("request-over", "request", r.ID)
	case op.Step == scenarios.StepAskSupplement && len(op.Asked) == 0 && strings.TrimSpace(op.Text) == "":
		return refuse("nothing-asked")
	case op.Step == scenarios.StepSupplement && len(op.Fields) == 0 && strings.TrimSpace(op.Text) == "":
		return refuse("nothing-said")
	case op.Review != 0 && op.Review <= x.now.Story:
		return refuse("review-past")
	case op.Ground != "" && kind.Ground(op.Ground) == nil:
		return refuse("no-such-ground", "ground", op.Ground)
	case op.Step == scenarios.StepForward && (x.sideOf(op.To) != side || IsControl(op.To) || op.To == ""):
		return refuse("not-own-side", "to", op.To)
	}
	return x.checkStepContent(side, kind, op)
}

// checkStepContent refuses what no step on a request of the kind can hold.
func (x *Exercise) checkStepContent(side string, kind *scenarios.RequestKind, op *StepRequest) error {
	if err := checkFields(kind, slices.Concat(op.Asked, op.Items, sortedKeys(op.Fields))); err != nil {
		return err
	}
	if err := checkTexts(append(slices.Collect(maps.Values(op.Fields)), op.Text)...); err != nil {
		return err
	}
	for _, id := range op.Evidence {
		if _, err := x.inCustody(side, id); err != nil {
			return err
		}
	}
	return x.checkCites(side, op.Cites)
}

// tickRequest says what a request contains and what is wrong with it: its
// receiver's side, who thereby says it to the sender too, or control.
func (x *Exercise) tickRequest(c *Command, op TickRequest) error {
	side := x.sideOf(c.Seat)
	r, err := x.requestOf(side, op.Request)
	if err != nil {
		return err
	}
	kind := x.plan.requestKind(x.sc, r.Request)
	for _, f := range op.Faults {
		if !slices.Contains(Faults(), f) {
			return refuse("no-such-fault", "fault", f)
		}
	}
	if err := checkFields(kind, op.Fields); err != nil {
		return err
	}
	to := r.to
	switch {
	case IsControl(c.Seat):
		to = x.aud.of(x.aud.named(r.FromSide, r.ToSide)).controls
	case side != r.ToSide:
		return refuse("not-your-step", "step", "tick")
	}
	x.emit(to, &RequestTicked{Request: r.ID, Fields: op.Fields, Faults: op.Faults})
	x.checkRequest(r.ID)
	return nil
}

// contents are a request's fields as sent and supplemented, by leaf.
func contents(r *Request) map[string]string {
	out := maps.Clone(r.Fields)
	if out == nil {
		out = map[string]string{}
	}
	for i := range r.Steps {
		maps.Copy(out, r.Steps[i].Fields)
	}
	return out
}

// contains says whether a request contains a field as it must be: of free text, that
// somebody ticked it.
func (x *Exercise) contains(r *Request, kind *scenarios.RequestKind, f *scenarios.RequestField) (there, good bool) {
	if kind.FreeText {
		return r.ticked(f.ID), r.ticked(f.ID)
	}
	id, there := contents(r)[f.ID]
	if !there {
		return r.ticked(f.ID), r.ticked(f.ID) // it may stand in the words beside
	}
	i, ok := x.placeOf(id)
	if ok && int(i) < x.texts.len() && x.texts.at(int(i)).Expunged {
		return true, true // it was there
	}
	return true, scenarios.CheckValue(f.Check, x.read(id))
}

// ticked reports whether somebody read a field in a request's words.
func (r *Request) ticked(field string) bool {
	return slices.ContainsFunc(r.Ticks, func(t Tick) bool { return slices.Contains(t.Fields, field) })
}

// checkRequest records what a request contains now.
func (x *Exercise) checkRequest(id string) {
	r, err := x.requestOf("", id)
	if err != nil {
		return
	}
	kind := x.plan.requestKind(x.sc, r.Request)
	b := &RequestChecked{Request: id}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		due := f.Weight == scenarios.WeightMandatory || f.Weight == scenarios.WeightConditional && x.holds(f.When, x.now.T)
		if due {
			b.Due = append(b.Due, f.ID)
		}
		there, good := x.contains(r, kind, f)
		switch {
		case !there && (due || f.Technical):
			b.Missing = append(b.Missing, f.ID)
		case there && !good:
			b.Failing = append(b.Failing, f.ID)
		}
	}
	x.emit(x.aud.of(x.aud.named(r.FromSide, r.ToSide)).controls, b)
}

// justified reports whether asking for these fields is: one of them is not
// there as it must be.
func (x *Exercise) justified(r *Request, kind *scenarios.RequestKind, asked []string) bool {
	return slices.ContainsFunc(asked, func(id string) bool {
		_, good := x.contains(r, kind, kind.Field(id))
		return !good
	})
}
