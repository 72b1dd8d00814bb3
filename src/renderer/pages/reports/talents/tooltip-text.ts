import type { TooltipText } from '../../../charts/tooltip-text.ts'
import type { Words } from '../report-text.ts'
import type { Talent } from './text.ts'

/** A row in words: what the eye reads along it. */
export function talentSentence({ t, format }: Words, talent: Talent): TooltipText {
  return {
    title: talent.name,
    rows: [
      [t('columns.films'), format.integer(talent.films)],
      [t('columns.box_office'), format.moneyBrief(talent.box_office_usd)],
      [t('columns.mean_imdb'), format.decimal(talent.mean_imdb_rating, 2)],
      [t('columns.per_minute'), format.moneyBrief(talent.revenue_per_minute)],
    ],
    hint: t('talents.open'),
  }
}
