package bots

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"

	"parley/engine"
	"parley/scenarios"
)

// ReadPlay reads the steps of a play file: tables [[step]] with t (a duration
// from STARTEX), seat, command and the command's own fields; how and said if
// it was spoken or on paper, said as a duration from STARTEX too. All mistakes
// are reported, joined. name is the file's, for messages.
func ReadPlay(name string, data []byte) ([]engine.Command, error) {
	var file struct {
		Step []map[string]any `toml:"step"`
	}
	meta, err := toml.Decode(string(data), &file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var errs []error
	for _, k := range meta.Undecoded() {
		if len(k) == 1 {
			errs = append(errs, fmt.Errorf("%s: unknown table %q: a play file has only [[step]]", name, k))
		}
	}
	out := make([]engine.Command, 0, len(file.Step))
	for i, s := range file.Step {
		c, err := step(s)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: step %d: %w", name, i+1, err))
			continue
		}
		c.ID = "play/" + strconv.Itoa(i+1)
		out = append(out, c)
	}
	return out, errors.Join(errs...)
}

func step(s map[string]any) (engine.Command, error) {
	fields := maps.Clone(s)
	c := engine.Command{Said: engine.SaidNow, By: "script"}
	var err error
	if c.T, err = duration(fields, "t"); err != nil {
		return c, err
	}
	if _, ok := fields["said"]; ok {
		if c.Said, err = duration(fields, "said"); err != nil {
			return c, err
		}
	}
	words := map[string]string{}
	for _, key := range []string{"seat", "command", "how", "by"} {
		v, ok := fields[key]
		if !ok {
			continue
		}
		w, ok := v.(string)
		if !ok {
			return c, fmt.Errorf("%s must be text", key)
		}
		words[key] = w
		delete(fields, key)
	}
	if words["seat"] == "" || words["command"] == "" {
		return c, errors.New("needs t, seat and command")
	}
	c.Seat, c.How = words["seat"], engine.How(words["how"])
	if words["by"] != "" {
		c.By = words["by"]
	}
	for _, key := range []string{"due", "to"} { // times of retime, improvise and jump; others go to a role or a side
		if _, text := fields[key].(string); text && (key == "due" || words["command"] == "jump") {
			if fields[key], err = duration(fields, key); err != nil {
				return c, err
			}
		}
	}
	raw, err := json.Marshal(fields)
	if err != nil {
		return c, fmt.Errorf("has a value that no command takes: %w", err)
	}
	c.Op, err = engine.ReadOp(words["command"], raw)
	if err != nil && !slices.Contains(engine.OpNames(), words["command"]) {
		return c, fmt.Errorf("there is no command %q; the commands are %v", words["command"], engine.OpNames())
	}
	return c, err
}

func duration(fields map[string]any, key string) (engine.Millis, error) {
	text, ok := fields[key].(string)
	if !ok {
		return 0, fmt.Errorf(`%s must be a duration like "2m30s"`, key)
	}
	d, err := scenarios.ParseDuration(text)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", key, err)
	}
	if key != "due" && key != "to" {
		delete(fields, key)
	}
	return d, nil
}
