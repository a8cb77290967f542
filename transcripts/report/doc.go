// Package report makes documents from a record: what control reads after
// ENDEX, and what goes into the after-action report.
//
// A document is made from the exercise that the record folds to, and from
// nothing else: the same record gives the same bytes. Whatever people typed or
// planners wrote passes through one escape (escape.go) on its way into a
// table, so that no text can leave its cell.
package report
