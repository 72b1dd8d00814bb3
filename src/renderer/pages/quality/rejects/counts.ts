import type { QualityReport } from '../../../../pipeline/api.ts'

type Counts = QualityReport['rejects']['by_reason']
type Key = 'reason' | 'source'

/** How many rejects each choice would show beside what the *other* filter lets through, the most first. */
export function countsBy(
  counts: Counts,
  key: Key,
  chosen: Record<Key, string | null>,
): { value: string; rows: number }[] {
  const other: Key = key === 'reason' ? 'source' : 'reason'
  const sums = new Map<string, number>()
  for (const each of counts)
    if (chosen[other] === null || chosen[other] === each[other])
      sums.set(each[key], (sums.get(each[key]) ?? 0) + each.rows)
  // What is chosen can be taken back, also when nothing of it is left.
  const own = chosen[key]
  if (own !== null && !sums.has(own)) sums.set(own, 0)
  return [...sums].map(([value, rows]) => ({ value, rows })).sort((one, two) => two.rows - one.rows)
}
