import type { Format } from '../../i18n/format.ts'

/** A score of 0–100 with as many decimals as it has, at most two: what may be corrected is shown as it is. */
export function exactScore(format: Format, value: number): string {
  const decimals = [0, 1].find((digits) => Number(value.toFixed(digits)) === value) ?? 2
  return format.decimal(value, decimals)
}
