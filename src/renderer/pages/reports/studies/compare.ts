/** Within this much of each other two amounts are told as the same. */
const SAME = 0.05

/** How one amount stands to another, always told as "times" of at least 1; null when one is not known. */
export function compare(one: number | null, other: number | null) {
  if (one === null || other === null || one <= 0 || other <= 0) return null
  const ratio = one / other
  if (Math.abs(Math.log(ratio)) < Math.log1p(SAME)) return { how: 'same' as const, times: 1 }
  return ratio > 1 ? { how: 'more' as const, times: ratio } : { how: 'less' as const, times: 1 / ratio }
}
