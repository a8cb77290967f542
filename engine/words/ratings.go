package words

// Ratings of the exercise evaluation guide (HSEEP, 2020).
const englishRatings = `
P  Performed without challenges (P)
S  Performed with some challenges (S)
M  Performed with major challenges (M)
U  Unable to be performed (U)
`

const chineseRatings = `
P  顺利完成（P）
S  完成，有一些困难（S）
M  完成，有重大困难（M）
U  未能完成（U）
`
