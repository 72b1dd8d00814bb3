import { expect, it } from 'vitest'
import { scoreMappings, shares } from '../helpers/mapping-score.ts'

/** What was measured stands in docs/mapping.md; these are floors, to notice when it becomes worse. */
const FLOORS = { named: { used: 0.97, all: 0.96 }, scrambled: { used: 0.9, all: 0.9 } } as const

it.each(['named', 'scrambled'] as const)(
  'tells the columns of the real files, %s',
  { timeout: 120_000 },
  async (headers) => {
    const scores = await scoreMappings(headers)
    const { used, all } = shares(scores)
    const told = scores
      .map(({ file, right, used: of, wrong }) => `${file} ${right}/${of} ${wrong.join('; ')}`)
      .join('\n')
    console.log(
      `${headers}: ${(100 * used).toFixed(1)} % of the columns that mean something, ${(100 * all).toFixed(1)} % of all\n${told}`,
    )
    expect(used, told).toBeGreaterThanOrEqual(FLOORS[headers].used)
    expect(all, told).toBeGreaterThanOrEqual(FLOORS[headers].all)
  },
)
