package transcripts

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json"
)

// expungedPrefix is how the content of an expunging begins, and nothing else.
const expungedPrefix = `{"k":"expunged",`

func isExpunging(content []byte) bool {
	return len(content) > len(expungedPrefix) && bytes.HasPrefix(content, []byte(expungedPrefix))
}

// expunged returns the events that an expunging names.
func expunged(content []byte) ([]int, error) {
	var e struct {
		B struct {
			Leaves []int `json:"leaves"`
		} `json:"b"`
	}
	if err := json.Unmarshal(content, &e); err != nil {
		return nil, err
	}
	if len(e.B.Leaves) == 0 {
		return nil, errors.New("it names no event")
	}
	return e.B.Leaves, nil
}
