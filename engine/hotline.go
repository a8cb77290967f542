package engine

import "parley/scenarios"

func (x *Exercise) openHotline(*Command, OpenHotline) error     { return refuse("no-command") }
func (x *Exercise) stepHotline(*Command, StepHotline) error     { return refuse("no-command") }
func (x *Exercise) applyHotlines(*Event) bool                   { return false }
func (x *Exercise) needHotline(int)                             {}
func (x *Exercise) callSo(*scenarios.Cond, Millis) bool         { return false }
func (x *Exercise) lastCall(string, Millis) (t Millis, ok bool) { return 0, false }

func (c *Call) misused() bool { return false }
