/** What a score without a scale may have meant, as one would write it: 4 is of 5, 8 of 10, 85 of 100. */
export function scoreExample(typed: string): string {
  const value = Number(typed.replace(',', '.'))
  if (!Number.isFinite(value) || value < 0 || value > 100) return '4/5'
  return `${typed}/${[5, 10, 100].find((scale) => value <= scale)}`
}
