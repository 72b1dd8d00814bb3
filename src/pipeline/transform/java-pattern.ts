/**
 * A pattern of ours (RE2 syntax, as DuckDB reads it) as Java's regular expressions must be told it, so that
 * both find the same. Java's `$` also stands before a last line end, its `.` stops at more line ends, its `\s`
 * knows one more space, and its `\b` knows other words.
 */
export function javaPattern(pattern: string): string {
  let written = ''
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? ''
    if (character === '\\') {
      const escaped = pattern[++at] ?? ''
      written += inClass ? (IN_CLASS[escaped] ?? `\\${escaped}`) : (OUTSIDE[escaped] ?? `\\${escaped}`)
    } else if (inClass) {
      inClass = character !== ']'
      // Java nests classes: a bracket or an intersection inside one must be escaped.
      written += character === '[' || character === '&' ? `\\${character}` : character
    } else if (character === '[') {
      inClass = true
      written += character
      if (pattern[at + 1] === '^') written += pattern[++at]
      // A bracket that closes at once is a character.
      if (pattern[at + 1] === ']') written += `\\${pattern[++at]}`
    } else written += character === '$' ? '\\z' : character
  }

  // (?d): only \n ends a line.
  return `(?d)${written}`
}

const SPACES = '\\t\\n\\f\\r '
const WORD = '[0-9A-Za-z_]'
const IN_CLASS: Record<string, string> = { s: SPACES }
const OUTSIDE: Record<string, string> = {
  s: `[${SPACES}]`,
  S: `[^${SPACES}]`,
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
}

/** A replacement of ours (`\1` is a group) as Java reads it (`$1`). */
export function javaReplacement(replacement: string): string {
  return replacement.replace(/\\(\d)|[\\$]/g, (found, group) => (group ? `$${group}` : `\\${found}`))
}
