import type { PageName } from './address.ts'

/** After `g`, which page: one letter each, the same in both languages. */
export const GO_TO: Partial<Record<string, PageName>> = {
  h: 'home',
  e: 'explorer',
  r: 'reports',
  c: 'contributions',
  q: 'quality',
  s: 'sql',
  k: 'cluster',
  p: 'settings',
}

/** How long `g` waits for its letter. */
const SEQUENCE_MS = 1500

export type Keyed = { kind: 'go'; page: PageName } | { kind: 'sheet' } | { kind: 'search' }

export interface KeyPress {
  key: string
  /** With Ctrl, Alt or Cmd it is somebody else's. */
  modified: boolean
  /** In a field, where it is text. */
  typing: boolean
  /** Milliseconds, of any clock. */
  at: number
}

/** Reads single keys and the two of `g h`: what each press means with the one before it. */
export class KeySequences {
  #begun: number | null = null

  press({ key, modified, typing, at }: KeyPress): Keyed | null {
    const begun = this.#begun
    this.#begun = null
    if (modified || typing) return null
    if (begun !== null && at - begun <= SEQUENCE_MS) {
      const page = GO_TO[key.toLowerCase()]
      if (page) return { kind: 'go', page }
    }
    if (key === 'g') this.#begun = at
    if (key === '?') return { kind: 'sheet' }
    return key === '/' ? { kind: 'search' } : null
  }
}
