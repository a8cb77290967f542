package main

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// hostKeyPath is where this computer's key for exercises lies. It is one for
// all of them, so that who joined once is not asked again.
func hostKeyPath() string { return filepath.Join(xdg.StateHome, "parley", "host_key") }
