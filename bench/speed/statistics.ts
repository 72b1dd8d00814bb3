export interface Summary {
  median: number
  low: number
  high: number
}

export function summary(values: readonly number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (index: number) => sorted[Math.min(Math.max(index, 0), sorted.length - 1)] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(0),
    high: at(sorted.length - 1),
  }
}
