// Package transcripts keeps the record of an exercise: append-only, and such that tampering shows.
//
// Create and Open give a File, the Store that a running exercise writes to. Verify and Lines read a
// transcript from anywhere. Export writes what one side may have of it. The package does not know what
// events mean, apart from expungings: an event is an audience and a JSON object.
//
// # The file
//
// A transcript is a text file in UTF-8. A line is one command, one due instant or one mark of the clock, with
// all its events, and ends with a newline; line 1 is the header. It is written by one program at a time,
// which holds the file PATH.lock locked; that file stays behind and means nothing. A line looks like this
// (broken here for the page; there is no white space in it but in texts):
//
//	{"n":12,"p":"HASH","d":11,"e":[LEAF,LEAF],"h":"HASH"}
//
//	n  the number of the line, from 1
//	p  the hash of the line before; in line 1 the start value below
//	d  the durable mark: the number of the last line known to be safely on disk when this one was written,
//	   0 if none. It never falls from line to line, and is less than n
//	e  the leaves, at least one: one leaf is one event
//	h  the hash of this line. It follows from the rest, and stands here so that damage to the last line
//	   shows, and so that a damaged line can be told from one in the wrong place
//
// Numbers are decimal, without sign or leading zero, below a thousand million. A HASH is 64 hex digits in
// lower case. A leaf is full or reduced:
//
//	{"a":["alder","control/alder"],"s":"SALT","c":CONTENT}
//	{"a":["alder","control/alder"],"x":"HASH"}
//
//	a  the audience: a list of "all", "lead", SIDE, "control/SIDE", sorted by bytes, each once, 1 to 64 of
//	   them, each at most 80 bytes long; SIDE is groups of a-z and 0-9 joined by single hyphens, other than
//	   "all", "lead" and "control"
//	s  the salt: 16 bytes as 32 hex digits in lower case
//	c  the content: a JSON object without white space outside strings, valid UTF-8, nested at most 128 deep
//	x  in place of s and c, the hash of the salt and content that stood there
//
// Every field stands where it is shown, and nothing else does. A reader refuses a line that it would not
// write back with the very same bytes. The content is opaque: its bytes are kept as they are. Whoever writes
// also sees to it that no name stands twice in an object and that escapes make whole characters; a reader
// does not check these two. No line is longer than 64 MiB with its newline.
//
// # Events
//
// # Hashes
//
// All hashes are SHA-256. u8, u32 and u64 are unsigned integers, the most significant byte first; || joins.
//
//	start value  = SHA-256(the 20 bytes "parley transcript 1\n")
//
//	content hash = SHA-256(the leaf's own text from the quotation mark before s up to and with the last
//	               byte of the content, thus:  "s":"SALT","c":CONTENT  )
//
//	leaf hash    = SHA-256("l" || u8 number of members || for each: u8 length || its bytes
//	               || content hash)
//
//	line hash    = SHA-256("n" || u64 n || p, 32 bytes || u64 d || u32 number of leaves
//	               || for each: leaf hash)
//
// The content hash is what a reduced leaf bears as x. So reducing a leaf changes the hash of no line, and
// what is left still shows for whom the event was, and that it was there. What begins each of the texts (p,
// a quotation mark, l, n) keeps one kind of hash from being passed off as another.
//
// Salts are random, so that nobody can try out what a reduced event may have said. A run without people, at
// the highest rate, takes SeededSalts, so that it gives the same bytes again; such a transcript keeps no
// secrets from somebody who knows the seed.
//
// # Expunging
//
// Events are counted from 1 over all lines behind the header; leaves of the header have no number and can't
// be expunged. A leaf behind the header whose content begins with exactly
//
//	{"k":"expunged",
//
// is an expunging, and b.leaves in its content lists the numbers of the events that it names: one or more,
// each before it, each with exactly its own audience, so that whoever was to have the event sees that it was
// expunged. First the expunging is recorded; then Blank reduces the leaves in a new file, which takes the
// place of the old one in one step. If that was cut short, the next Open does it. In a full transcript each
// reduced leaf is named by an expunging somewhere behind it; otherwise the transcript is refused, at that
// leaf's line.
//
// A fork is a copy of the first lines of a transcript. If they hold reduced leaves whose expunging lies
// behind them, the fork's first own line names those events in expungings of its own.
//
// Blanking reaches this file only: not copies, not files cut off (PATH.cut-1), not what the disk may still
// hold of the old file.
//
// # Copies for one side
//
// A side's copy is the same file with one line more, before line 1 and outside the chain:
//
//	{"export":{"for":["alder","control/alder"],"about":OBJECT}}
//
//	for    for whom it is, written as an audience
//	about  what else is to be said of the copy, such as its marking; a JSON object like a content. May be
//	       left out, with its name and comma
//
// A leaf is for this copy if its audience has "all" or one of for. Such a leaf is full, unless an expunging
// names it; every other leaf is reduced. Both are checked. The first line itself is protected by no hash: a
// changed for shows, because the leaves no longer fit; a changed about does not.
//
// # What a crash leaves, and what else
//
// A batch of lines is one write and one sync, and only then is it acknowledged. Its lines carry as d the line
// before the batch. If a write or sync fails, the store is broken for good; nothing is taken back, and what
// it left is for the next Open. The same goes for a full disk.
//
// A reader stops at the first line that is wrong, and then looks at all that lies behind it. A later line
// (or the one in the wrong line's place) that is whole, that is, written right and matching its own h, and
// that has a d of the wrong line's number or more, claims that the wrong line was durable. If none does, the
// wrong line and all behind it may be what a crash left of the last write, in any state: short, full of
// zeros, with holes. Open then saves this tail beside the file as PATH.cut-1, or the next number that is
// free, cuts it off and says so. If one does, or if the line is whole, follows on the one before and yet
// breaks a rule (a mark that can't be, a leaf that ought not to be reduced, an expunging of what it may not
// expunge), no crash did it, and the transcript is refused by line number. So it is if an event before the
// wrong line lacks its content and its expunging is not there: that was durable before the content went. A
// claim by a line that is damaged itself counts for nothing; where damage has joined two lines to one, the
// second is still found.
//
// It follows that damage to the last batch can't be told from a crash. Whoever writes marks of the clock
// every few seconds keeps that window small. It also follows that somebody who damages every line from one on
// gets them cut off; but he could as well have removed them.
//
// If line 1 is cut short, no exercise began, and there is nothing to resume: Open changes nothing and returns
// ErrNothing.
//
// Before Open returns, all that it has read is durable. The lines that none calls durable it writes once more
// first: after a failed sync a system may take what is in its memory for what is on disk.
//
// # What Verify promises
//
// If Verify finds nothing wrong, then every line is written right, follows on the one before, and has the
// events, audiences and salts with which its hash was computed; no line is missing before the last one; each
// reduced leaf is explained. A single byte changed, added or removed anywhere in the chain is reported, with
// the line it was in.
//
// It does not promise that the lines are those that were first written. Whoever has the file can compute the
// whole chain anew, or take lines off its end, and nothing in the file shows it. What shows it is the hash of
// the last line, noted elsewhere at ENDEX: on paper, in an e-mail to all sides. Report.Hash is that hash. It
// is the same for every copy and after every blanking. Nor does Verify say whether the events make sense:
// that is for who replays them.
//
// Verify takes no lock and may run while an exercise is being recorded. Lines that are being written at that
// moment may show as a torn last line.
//
// # Versions
//
// This is version 1 of the format. The version stands in the start value, so a line 1 that is whole but does
// not carry it is reported as another version's. Kinds of event and their fields are no part of this format;
// they are added without a new version. A transcript of each version stays in testdata for ever.
package transcripts
