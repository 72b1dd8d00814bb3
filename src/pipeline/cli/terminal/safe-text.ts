/**
 * Text of a file or of a name, made safe to print: control characters (a terminal's escape sequences,
 * line ends, direction marks) become spaces, so that data can neither break a table nor drive the terminal.
 */
export function safeText(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
