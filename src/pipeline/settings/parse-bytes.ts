const UNITS: Record<string, number> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
}

/** `4GB`, `512 MiB`, `1.5gb` or a number of bytes, in bytes; null for anything else. */
export function parseBytes(text: string): number | null {
  const [, number, unit = 'b'] = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?b)?$/i.exec(text.trim()) ?? []
  const size = UNITS[unit.toLowerCase()]
  return number === undefined || size === undefined ? null : Math.round(Number(number) * size)
}
