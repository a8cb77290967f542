//go:build !linux

package session_test

import "os"

func syncData(f *os.File) error { return f.Sync() }
