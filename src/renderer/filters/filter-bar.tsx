import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { openDialog } from '../app/dialogs.ts'
import { takesKeys } from '../app/takes-keys.ts'
import { useFormat } from '../i18n/format.ts'
import { FilterActions } from './filter-actions.tsx'
import classes from './filter-bar.module.css'
import { FilterCount } from './filter-count.tsx'
import { IMDB_RANGE } from './filters.ts'
import { GenreChips } from './genre-chips.tsx'
import { GenreFilter } from './genre-filter.tsx'
import { RangeFilter } from './range-filter.tsx'
import { SavedViews } from './saved-views.tsx'
import { redoFilters, setFilters, undoFilters, useFilters } from './store.ts'
import { UnknownSwitch } from './unknown-switch.tsx'
import { useFilmCounts } from './use-facets.ts'

/** A field keeps its own undo: the key is taken only when the filters answer it. */
const OWN = { preventDefault: false }

const outsideFields = (act: () => void) => (event: KeyboardEvent) => {
  if (takesKeys(event.target)) return
  event.preventDefault()
  act()
}

/** The same on every page; keeps its place while nothing is published. */
export function FilterBar() {
  const { t } = useTranslation('filters')
  const format = useFormat()
  const counts = useFilmCounts()
  const { from_year, to_year, min_imdb, max_imdb } = useFilters((history) => history.present)
  useHotkeys(
    [
      ['mod + Z', outsideFields(undoFilters), OWN],
      ['mod + shift + Z', outsideFields(redoFilters), OWN],
      ['mod + Y', outsideFields(redoFilters), OWN],
    ],
    [],
  )
  // From inside a field too: a browser would save the page.
  useHotkeys([['mod + S', () => counts && openDialog('save-view')]], [])
  const { min_year, max_year, max_imdb: best_imdb } = counts?.bounds ?? {}
  return (
    <section className={classes.bar} aria-label={t('label')} data-filter-bar>
      <RangeFilter
        name={t('years')}
        lowName={t('from')}
        highName={t('to')}
        extent={[min_year ?? 1900, max_year ?? 2000]}
        step={1}
        value={[from_year, to_year]}
        binsOf={({ years }) => years.map(({ year, n }) => ({ from: year, to: year, n }))}
        format={String}
        disabled={min_year == null}
        why={counts ? t('no_years') : null}
        onChange={(from, to) => setFilters({ from_year: from, to_year: to })}
        testId="filter-years"
      />
      <GenreFilter disabled={!counts} />
      <RangeFilter
        name={t('imdb')}
        lowName={t('least')}
        highName={t('most')}
        extent={IMDB_RANGE}
        step={0.1}
        value={[min_imdb, max_imdb]}
        binsOf={({ imdb }) => imdb.map(({ from, n }) => ({ from, to: from + 0.5, n }))}
        format={(value) => format.decimal(value, 1)}
        disabled={best_imdb == null}
        why={counts ? t('no_imdb') : null}
        onChange={(low, high) => setFilters({ min_imdb: low, max_imdb: high })}
        testId="filter-imdb"
      />
      <GenreChips />
      <UnknownSwitch unknown={counts?.unknown ?? 0} disabled={!counts} />
      <FilterCount counts={counts} />
      <SavedViews disabled={!counts} />
      <FilterActions disabled={!counts} />
    </section>
  )
}
