/** Chromium says these on machines where it works as well. */
const HARMLESS = /\bdbus\b|bus\.cc|vaapi|gpu|gl_|angle/i
const TELLING = /missing|cannot open|shared librar|sandbox|fatal/i
const CHROMIUM_PREFIX = /^\[[\d:/.]+:[A-Z]+:[^\]]*\]\s*/

/** The sentence in what a program wrote before it failed: its telling line, without the stack. */
export function errorLine(said: string): string | null {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !HARMLESS.test(line))
  const told =
    lines.find((line) => TELLING.test(line)) ??
    lines.find((line) => /error|cannot|unable|failed/i.test(line)) ??
    lines[0]
  return told ? told.replace(CHROMIUM_PREFIX, '').replace(/\.$/, '').slice(0, 200) : null
}
