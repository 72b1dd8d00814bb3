import { useTranslation } from 'react-i18next'
import type { FilmCounts } from '../../pipeline/api.ts'
import { useLake } from '../app/use-lake.ts'
import { useFormat } from '../i18n/format.ts'
import classes from './filter-bar.module.css'

/** « 2 345 films sur 3 201 »: begins with the films that pass the filters. */
export function FilterCount({ counts }: { counts: FilmCounts | undefined }) {
  const { t } = useTranslation('filters')
  const format = useFormat()
  // Until they are counted it is not said that there are none.
  const published = useLake()?.published
  return (
    <output className={classes.count} data-testid="filter-count">
      {counts ? text(counts) : published ? '…' : t('none_yet')}
    </output>
  )

  function text({ n, total }: FilmCounts): string {
    const formatted = format.integer(n)
    if (n === total) return t('count_all', { count: n, formatted })
    return t('count_of', { count: n, formatted, total: format.integer(total) })
  }
}
