package engine

import "parley/scenarios"

func (x *Exercise) judgeCommitment(*Command, JudgeCommitment) error { return refuse("no-command") }
func (x *Exercise) tableProposal(*Command, TableProposal) error     { return refuse("no-command") }
func (x *Exercise) amendProposal(*Command, AmendProposal) error     { return refuse("no-command") }
func (x *Exercise) assessProposal(*Command, AssessProposal) error   { return refuse("no-command") }
func (x *Exercise) bears(int, string, *scenarios.Cond)              {}
func (x *Exercise) tablePlanned(int)                                {}
func (x *Exercise) applyCommitments(*Event) bool                    { return false }
func (x *Exercise) applyProposals(*Event) bool                      { return false }
func (x *Exercise) proposalSo(*scenarios.Cond, Millis) bool         { return false }
