import { proposeColumns } from '../../src/pipeline/mapping/propose.ts'
import { type MadeLayout, madeRows } from './film-tables/layout.ts'

/** What is told of the columns of an invented table: `header: meaning (unit)` each, in order, as is and as it should be. */
export function toldOf(layout: MadeLayout): { told: string[]; right: string[]; confidences: number[] } {
  const header = layout.columns.map(([name]) => name)
  const { chosen } = proposeColumns(header, madeRows(layout))
  const unit = (means: string | null | undefined, of: string | undefined) =>
    means && of && !USUAL.has(of) ? ` (${of})` : ''
  return {
    told: header.map(
      (name, n) => `${name}: ${chosen[n]?.means ?? '–'}${unit(chosen[n]?.means, chosen[n]?.unit)}`,
    ),
    right: layout.columns.map(([name, means, , of]) => `${name}: ${means ?? '–'}${unit(means, of)}`),
    confidences: chosen.map((guess) => guess?.confidence ?? 0),
  }
}

/** Units that stand for what the rules tell by themselves: comma, bar, brackets. */
const USUAL = new Set([
  'auto',
  'text',
  'number',
  'title',
  'imdb_id',
  'usd',
  'minutes',
  'percent',
  'ten',
  'bar',
  'comma',
])

/** Shares of the columns of several tables that are told rightly. */
export function shareTold(layouts: readonly MadeLayout[]) {
  let [used, usedRight, aside, asideRight] = [0, 0, 0, 0]
  const wrong: string[] = []
  for (const layout of layouts) {
    const { told, right } = toldOf(layout)
    layout.columns.forEach(([, means], n) => {
      const fits = told[n] === right[n]
      if (!fits) wrong.push(`${layout.name}: ${told[n]}, not ${right[n]?.split(': ').at(-1)}`)
      if (means) [used, usedRight] = [used + 1, usedRight + Number(fits)]
      else [aside, asideRight] = [aside + 1, asideRight + Number(fits)]
    })
  }
  return { used, usedRight, aside, asideRight, wrong }
}
