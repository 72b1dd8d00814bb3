/** A value of a table as it stands there; unknown is a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What a row is known by. */
export function keyText(key: Record<string, unknown>): string {
  return Object.values(key).map(valueText).join(' · ')
}
