package engine

func (x *Exercise) openCase(*Command, OpenCase) error         { return refuse("no-command") }
func (x *Exercise) fileUnder(*Command, FileUnder) error       { return refuse("no-command") }
func (x *Exercise) writeAccount(*Command, WriteAccount) error { return refuse("no-command") }
func (x *Exercise) writeLine(*Command, WriteLine) error       { return refuse("no-command") }
func (x *Exercise) markLine(*Command, MarkLine) error         { return refuse("no-command") }
func (x *Exercise) applyCases(*Event) bool                    { return false }
func (x *Exercise) knowsCase(string) bool                     { return true }
