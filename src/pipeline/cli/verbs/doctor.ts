import type { DoctorReport } from '../../api.ts'
import { ask } from '../context.ts'
import { safeText } from '../terminal/safe-text.ts'
import type { Define } from '../verb.ts'

export const defineDoctor: Define = (program, act) => {
  program
    .command('doctor')
    .description('what the cluster needs, found or not, and the command that mends each')
    .action(
      act(async (context) => {
        const report = await ask(context, 'cluster.doctor', {})
        return { answer: { json: report, text: () => doctorText(report) } }
      }),
    )
}

const SIGN = { ok: '✓ ok     ', warning: '! warning', error: '✗ error  ' } as const

function doctorText({ ok, checks }: DoctorReport): string {
  const lines = checks.flatMap(({ level, message, hint, fix }) => [
    `${SIGN[level]}  ${safeText(message)}`,
    ...[hint, fix && !hint?.includes(fix) ? `Run: ${fix}` : null].flatMap((each) =>
      each ? [`           ${safeText(each)}`] : [],
    ),
  ])
  const end = ok
    ? 'The cluster can be used: `cine cluster up`.'
    : 'The cluster cannot be used yet. The local engine (`cine etl`) needs none of this.'
  return [...lines, '', end].join('\n')
}
