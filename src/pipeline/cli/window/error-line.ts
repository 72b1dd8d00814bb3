/** The sentence in what a program wrote before it failed: its first error, without the stack. */
export function errorLine(stderr: string): string | null {
  const lines = stderr.split('\n').map((line) => line.trim())
  const told = lines.find((line) => /error|fatal|cannot|unable/i.test(line)) ?? lines.find(Boolean)
  return told ? told.slice(0, 200) : null
}
