package words

// What the screens say of themselves, by its English, a line each. A text of
// several lines is several labels.
const chineseLabels = `
EXERCISE = 演练
`
