import type { TooltipText } from '../../../charts/tooltip-text.ts'
import { contributedRow, type Words } from '../report-text.ts'
import type { Talent } from './text.ts'

/** A row in words: what the eye reads along it. */
export function talentSentence(words: Words, talent: Talent): TooltipText {
  const { t, format } = words
  return {
    title: talent.name,
    rows: [
      [t('columns.films'), format.integer(talent.films)],
      [t('columns.box_office'), format.moneyBrief(talent.box_office_usd)],
      ...contributedRow(words, talent.contributed),
      [t('columns.mean_imdb'), format.decimal(talent.mean_imdb_rating, 2)],
      [t('columns.per_minute'), format.moneyBrief(talent.revenue_per_minute)],
    ],
    hint: t('talents.open'),
  }
}
