package transcripts

import (
	"encoding/hex"
	"strconv"
)

// appendLine appends a line as it stands in a transcript.
func appendLine(b []byte, l *rawLine) []byte {
	b = append(b, `{"n":`...)
	b = strconv.AppendInt(b, int64(l.n), 10)
	b = append(b, `,"p":"`...)
	b = hex.AppendEncode(b, l.prev[:])
	b = append(b, `","d":`...)
	b = strconv.AppendInt(b, int64(l.durable), 10)
	b = append(b, `,"e":[`...)
	for i := range l.leaves {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendLeaf(b, &l.leaves[i])
	}
	b = append(b, `],"h":"`...)
	b = hex.AppendEncode(b, l.hash[:])
	return append(b, lineEnd...)
}

const lineEnd = "\"}\n"

func appendLeaf(b []byte, leaf *rawLeaf) []byte {
	b = append(b, `{"a":`...)
	b = append(b, leaf.audience.text...)
	if leaf.content == nil {
		b = append(b, `,"x":"`...)
		b = hex.AppendEncode(b, leaf.reduced[:])
		return append(b, `"}`...)
	}
	b = append(b, `,"s":"`...)
	b = hex.AppendEncode(b, leaf.salt[:])
	b = append(b, `","c":`...)
	b = append(b, leaf.content...)
	return append(b, '}')
}

// appendHash appends a hash as it stands in a line.
func appendHash(b []byte, h Hash) []byte { return hex.AppendEncode(b, h[:]) }
