import { createInterface } from 'node:readline/promises'
import { CineError, cancelled } from '../errors.ts'
import type { Context } from './context.ts'
import { safeText } from './terminal/safe-text.ts'

/**
 * Goes on when `--yes` was given, or when the person at the terminal says so. Throws `USAGE` where nobody can
 * be asked, `CANCELLED` when the answer is no.
 */
export async function confirmed(
  { json, signal }: Pick<Context, 'json' | 'signal'>,
  yes: boolean | undefined,
  sentence: string,
  {
    input = process.stdin,
    output = process.stderr,
  }: { input?: NodeJS.ReadStream; output?: NodeJS.WriteStream } = {},
): Promise<void> {
  if (yes) return
  if (json || !input.isTTY) {
    throw new CineError('USAGE', sentence, {
      hint: 'Nobody can be asked here: say that you mean it with --yes.',
    })
  }
  const lines = createInterface({ input, output })
  try {
    const answer = await lines.question(`${safeText(sentence)} Go on? [y/N] `, { signal })
    if (!/^(y|yes|o|oui)$/i.test(answer.trim())) throw cancelled()
  } finally {
    lines.close()
  }
}
