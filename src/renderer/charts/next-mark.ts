/** Where a key leads; undefined for a key that leads nowhere. */
export function nextMark(key: string, active: number | null, count: number): number | null | undefined {
  const last = count - 1
  const by = (step: number) =>
    Math.min(last, Math.max(0, active === null ? (step > 0 ? 0 : last) : active + step))
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return by(1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return by(-1)
    case 'PageDown':
      return by(10)
    case 'PageUp':
      return by(-10)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return active === null ? undefined : null
    default:
      return undefined
  }
}
