import { BROWSER } from './browser.ts'
import { ELECTRON } from './electron.ts'
import { FAULTS } from './faults.ts'
import { FILES } from './files.ts'
import { MORE_FAULTS } from './more-faults.ts'
import type { Removal } from './removal.ts'

/** Every protection of the two pages, each with a way to take it away: `npm run test:protections` does. */
export const REMOVALS: Readonly<Record<string, readonly Removal[]>> = {
  'docs/security.md': [...ELECTRON, ...BROWSER, ...FILES],
  'docs/reliability.md': [...FAULTS, ...MORE_FAULTS],
}

export type { Removal } from './removal.ts'
