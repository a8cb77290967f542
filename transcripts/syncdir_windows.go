package transcripts

// syncDir does nothing: Windows has no way to sync a directory, and NTFS keeps a journal of its own.
func syncDir(string) error { return nil }
