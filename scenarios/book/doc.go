// Package book puts a scenario on paper: what a room needs when the network,
// the laptop or the patience fails, as one HTML page that prints well.
//
// # Parts
//
// [Briefing] is for everyone, with a page of its own for each side. [Roles] is
// a card for each role, with the authorities of its agency, and slips to hand
// in. [Envelopes] has each inject once for each addressee, under a label that
// says nothing of what is inside. [Book] is the facilitator's and says
// CONTROL ONLY on every page.
//
// # What a player may read
//
// The papers of players are made of records that have no place for what is
// control's: expected actions, notes, objectives, conditions of injects,
// milestones. Their templates can't show what is not there.
//
// # Untrusted text
//
// Whatever a planner wrote passes through [words.HarmlessLine] or
// [words.Harmless], and through html/template. Markdown is read without HTML
// and without links: both stand on paper as they were written. The page has no
// script, loads nothing, and its policy forbids both.
package book
