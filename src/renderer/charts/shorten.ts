/** As much of a text as fits, ending in « … » when cut. */
export function shorten(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  const letters = [...text]
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(cut(letters, middle)) <= width) low = middle
    else high = middle - 1
  }
  return cut(letters, low)
}

const cut = (letters: string[], length: number) => `${letters.slice(0, length).join('').trimEnd()}…`

/** The text in lines no wider than `width`; a word that is wider stands alone. */
export function wrapWords(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  // Spaces that do not break (before « : », inside numbers) are not in this class.
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
