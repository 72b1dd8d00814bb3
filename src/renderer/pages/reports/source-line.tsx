import { useTranslation } from 'react-i18next'
import type { ReportBase } from '../../../pipeline/api.ts'
import { useLake } from '../../app/use-lake.ts'
import { useSourceName } from '../../components/use-source-name.ts'
import { type Filters, isFiltering } from '../../filters/filters.ts'
import { useFormat } from '../../i18n/format.ts'
import type { ReportText } from './report-text.ts'
import classes from './reports.module.css'

/** Where the figures come from: sources, run, films, how many were left out and why, filters. */
export function useSourceLine(
  text: Pick<ReportText, 'shown' | 'leftOut'> | null,
  report: ReportBase | null,
  filters: Filters,
): string {
  const { t } = useTranslation('reports')
  const sourceName = useSourceName()
  const format = useFormat()
  const lake = useLake()
  const filtersText = useFiltersText(filters)
  if (!text || !report) return ''
  const { run_id: run, contributed } = report
  const published = lake?.published?.run_id === run ? lake.published : null
  // « Rotten Tomatoes · films »: here without what of it.
  const names = (published?.inputs ?? []).map(({ source }) => sourceName(source).split(' · ')[0])
  const sources = [...new Set(names)].join(', ')
  const parts = [
    sources && t('source.sources', { sources: lake?.is_demo ? t('source.demo', { sources }) : sources }),
    published
      ? t('source.run_published', { run, when: format.date(published.published_at) })
      : t('source.run', { run }),
    text.shown,
    text.leftOut,
    contributed > 0 &&
      t('source.contributed', { count: contributed, formatted: format.integer(contributed) }),
    filtersText && t('source.filters', { filters: filtersText }),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** The filters in words; empty when nothing is filtered. */
function useFiltersText(filters: Filters): string {
  const { t } = useTranslation('filters')
  const { t: reports } = useTranslation('reports')
  const format = useFormat()
  if (!isFiltering(filters)) return ''
  const { from_year, to_year, genres = [], min_imdb, max_imdb, include_unknown } = filters
  const score = (value: number) => format.decimal(value, 1)
  const range = (low: number | undefined, high: number | undefined, write: (value: number) => string) => {
    if (low !== undefined && high !== undefined)
      return low === high ? write(low) : t('range_value', { low: write(low), high: write(high) })
    if (low !== undefined) return t('from_value', { low: write(low) })
    return high === undefined ? '' : t('to_value', { high: write(high) })
  }
  const imdb = range(min_imdb, max_imdb, score)
  return [
    range(from_year, to_year, String),
    genres.join(', '),
    imdb && `${t('imdb')} ${imdb}`,
    include_unknown ? reports('source.with_unknown') : '',
  ]
    .filter(Boolean)
    .join(' ; ')
}

export function SourceLine({ text }: { text: string }) {
  return (
    <p className={classes.source} data-testid="report-source">
      {text}
    </p>
  )
}
