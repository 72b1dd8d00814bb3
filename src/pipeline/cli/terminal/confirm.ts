import { createInterface } from 'node:readline/promises'

/** Asks on a terminal and waits for an answer; without one there is nobody to ask, and it is taken as meant. */
export async function confirmed(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return true
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
    // Ctrl-C closes it, Ctrl-D too: no answer is no.
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]).catch(
      () => '',
    )
    return /^(y|yes|o|oui)$/i.test(answer.trim())
  } finally {
    lines.close()
  }
}
