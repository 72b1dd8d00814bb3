import { ask } from '../context.ts'
import type { Define } from '../verb.ts'
import { writeAnswer } from '../write-answer.ts'

export const defineDiagnostics: Define = (program, act) => {
  program
    .command('diagnostics')
    .description('versions, states and codes for a report of a fault; no path, name or token')
    .argument('[file]', 'write it there as JSON')
    .action(
      act(async (context, _options, [file]) => {
        const found = await ask(context, 'diagnostics.get', {})
        const written = JSON.stringify(found, null, 2)
        if (file === undefined) return { answer: { json: found, text: () => written } }
        const path = await writeAnswer(context, file, found)
        return { answer: { json: { file: path }, text: () => `Written to ${path}` } }
      }),
    )
}
