/**
 * Where the classes of a density begin, for counts from 1 to `max`: at most `classes` whole numbers, first
 * 1, each about the same multiple of the one before, for counts of films crowd at the low end.
 */
export function densityClasses(max: number, classes = 5): number[] {
  if (max < 1) return []
  const ratio = (max + 1) ** (1 / classes)
  const starts = Array.from({ length: classes }, (_, index) => Math.max(1, Math.round(ratio ** index)))
  return [...new Set(starts)].filter((start) => start <= max)
}

/** Which class a count falls in, from 0. */
export function classOf(n: number, starts: readonly number[]): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= n),
  )
}

/** How strongly a class is inked, 0–1: the lightest is still seen on paper. */
export function inkOf(index: number, classes: number): number {
  return classes <= 1 ? 1 : 0.16 + (0.84 * index) / (classes - 1)
}
