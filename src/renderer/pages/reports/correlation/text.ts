import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { films, leftOut, type ReportText, type Words } from '../report-text.ts'
import { correlationTables } from './tables.ts'

const STRENGTHS = ['none', 'weak', 'moderate', 'strong', 'very_strong'] as const

/** Cohen's words for |r|, with one more step: below 0.1 none, from 0.3 moderate, 0.5 strong, 0.7 very strong. */
export function strengthOf(r: number): (typeof STRENGTHS)[number] {
  return STRENGTHS[[0.1, 0.3, 0.5, 0.7].filter((limit) => Math.abs(r) >= limit).length] ?? 'none'
}

export function correlationText(words: Words, report: CorrelationReport): ReportText {
  const { t, format } = words
  const { n, slope, r2, left_out, outliers, thresholds } = report
  return {
    headline: headline(words, report),
    summary:
      slope === null
        ? t('correlation.summary_none')
        : [
            t(slope < 0 ? 'correlation.summary_falls' : 'correlation.summary', {
              slope: format.decimal(Math.abs(slope), 1),
              r2: format.percent(r2, 0),
            }),
            t('correlation.summary_outliers', {
              count: outliers.length,
              formatted: format.integer(outliers.length),
            }),
          ].join(' '),
    description: t(slope === null ? 'correlation.description_points' : 'correlation.description', {
      films: films(words, n),
    }),
    shown: films(words, n),
    leftOut: leftOut(words, left_out, t('correlation.left_out')),
    how: t('correlation.how', {
      returnObjects: true,
      imdb: format.decimal(thresholds.imdb_rating, 1),
      critics: format.decimal(thresholds.tomato_meter, 0),
    }) as readonly string[],
    tables: correlationTables(words, report),
    isEmpty: n === 0,
  }
}

function headline(words: Words, { n, pearson_r }: CorrelationReport): string {
  const { t, format } = words
  if (pearson_r === null) return t('correlation.headline_too_few', { films: films(words, n), count: n })
  const strength = strengthOf(pearson_r)
  const key = strength === 'none' || pearson_r > 0 ? strength : (`against_${strength}` as const)
  return t(`correlation.headline.${key}`, { r: format.decimal(pearson_r, 2), films: films(words, n) })
}
