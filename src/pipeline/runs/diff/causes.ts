import type { RunDiff, RunDiffCauses } from '../../api.ts'
import { journalEntries } from '../../contributions/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest-schema.ts'

/** What is not the same of what two runs were made from. */
export async function causesOf(
  layout: LakeLayout,
  a: Manifest,
  b: Manifest,
  inputs: RunDiff['inputs'],
): Promise<RunDiffCauses> {
  const [before, after] = [sourcesIn(a), sourcesIn(b)]
  return {
    inputs: {
      added: inputs.filter((input) => input.in === 'b').length,
      removed: inputs.filter((input) => input.in === 'a').length,
      sources_added: after.filter((source) => !before.includes(source)),
      sources_removed: before.filter((source) => !after.includes(source)),
    },
    rules: rulesDiffer(a, b),
    layouts: otherLayouts(a, b),
    options: (['engine', 'n_rows'] as const)
      .filter((option) => a[option] !== b[option])
      .map((option) => ({ option, a: a[option], b: b[option] })),
    contributions: await contributedBetween(layout, a, b),
  }
}

const sourcesIn = ({ inputs }: Manifest) => [...new Set(inputs.map(({ source }) => source))].sort()

/** Before layouts were noted of their own, the version of the rules was one of the sources that landed, too. */
function rulesDiffer(a: Manifest, b: Manifest): boolean | null {
  if (a.rules_version === b.rules_version) return false
  if (a.layouts && b.layouts) return true
  const alike = sourcesIn(a).join(' ') === sourcesIn(b).join(' ') && a.engine === b.engine
  return alike && a.layouts === b.layouts ? true : null
}

function otherLayouts(a: Manifest, b: Manifest): string[] | null {
  const [one, other] = [a.layouts, b.layouts]
  if (!one || !other) return null
  return Object.keys(one).filter((source) => source in other && one[source] !== other[source])
}

/** Reading must not fail for a journal that is damaged or out of reach. */
async function contributedBetween(layout: LakeLayout, a: Manifest, b: Manifest): Promise<number | null> {
  const [from, to] = [a.published_at, b.published_at].sort() as [string, string]
  const entries = await journalEntries(layout).catch(() => null)
  return entries?.filter(({ created_at }) => created_at > from && created_at <= to).length ?? null
}
