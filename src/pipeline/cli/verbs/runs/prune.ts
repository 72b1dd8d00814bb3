import type { PruneResult } from '../../../api.ts'
import { cancelled } from '../../../errors.ts'
import { withEngine } from '../../context.ts'
import { wholeNumber } from '../../options.ts'
import { confirmed } from '../../terminal/confirm.ts'
import { bytes, plural } from '../../terminal/format.ts'
import type { Define } from '../../verb.ts'

interface PruneOptions {
  keep: number
  dryRun?: boolean
  yes?: boolean
}

export const definePrune: Define = (runs, act) => {
  runs
    .command('prune')
    .description('remove the tables of the oldest runs; never the current ones, nor raw/')
    .requiredOption('--keep <n>', 'how many runs to keep, the current one among them', wholeNumber)
    .option('--dry-run', 'only say what would go')
    .option('--yes', 'do not ask, on a terminal')
    .action(
      act<PruneOptions>((context, { keep, dryRun = false, yes = false }) =>
        withEngine(context, async (ask) => {
          if (!dryRun && !yes) {
            const { removed, freed_bytes } = await ask('runs.prune', { keep, dry_run: true })
            const question = `Remove the tables of ${plural(removed.length, 'run')} (${bytes(freed_bytes)})?`
            if (removed.length > 0 && !(await confirmed(question, context.signal))) throw cancelled()
          }
          const result = await ask('runs.prune', { keep, dry_run: dryRun })
          return { answer: { json: result, text: () => prunedText(result) } }
        }),
      ),
    )
}

function prunedText({ dry_run, kept, removed, freed_bytes }: PruneResult): string {
  const keeps = `${plural(kept.length, 'run')} kept.`
  if (removed.length === 0) return `Nothing to remove: ${keeps}`
  const lines = removed.map(({ run_id, bytes: size }) => `  ${run_id} (${bytes(size)})`)
  const verb = dry_run ? 'Would remove' : 'Removed'
  return [
    `${verb} the tables of ${plural(removed.length, 'run')}, ${bytes(freed_bytes)}; ${keeps}`,
    ...lines,
  ].join('\n')
}
