import { useDebouncedValue } from '@mantine/hooks'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../pipeline/api.ts'
import { useActiveFilters } from '../../filters/store.ts'
import { useFilmColumns } from './columns/use-film-columns.tsx'
import classes from './explorer.module.css'
import { Nothing } from './nothing.tsx'
import { RowsError } from './rows-error.tsx'
import { SummariesContext, SummaryOf } from './summaries/summaries-context.tsx'
import { useSummaries } from './summaries/use-summaries.ts'
import { DataTable } from './table/data-table.tsx'
import { sortParam } from './table/sort.ts'
import type { TableColumn } from './table/types.ts'
import { useActiveRow } from './table/use-active-row.ts'
import { usePagedRows } from './table/use-paged-rows.ts'
import { useRowRange } from './table/use-row-range.ts'
import { Toolbar } from './toolbar.tsx'
import { useOpen } from './use-open.ts'
import { useViewAddress } from './use-view-address.ts'
import { changeView, useExplorer } from './view-state.ts'

export const ROW_HEIGHT = 34
export const SEARCH_PAUSE_MS = 200

const underHead = ({ id }: TableColumn<Film>) => <SummaryOf id={id} />

export function FilmsView() {
  const { t } = useTranslation('explorer')
  const view = useExplorer(({ films }) => films)
  const withSummaries = useExplorer(({ summaries }) => summaries)
  const filters = useActiveFilters()
  const [search] = useDebouncedValue(view.search.trim(), SEARCH_PAUSE_MS)
  const question = { filters, ...(search ? { search } : {}) }
  const columns = useFilmColumns()
  useViewAddress('films', columns)
  const [range, onRange] = useRowRange()
  const { film, openFilm } = useOpen()
  const rows = usePagedRows('films.page', { ...question, ...sortParam(view.sort) }, range)
  const [active, onActive] = useActiveRow(rows.key, rows.total)
  const isAnswered = rows.key !== ''
  const shown = columns.filter(({ id, shown }) => view.visibility[id] ?? shown).map(({ id }) => id)
  const summaries = useSummaries(question, shown, withSummaries && !rows.isLoading)
  const onColumns = useCallback((patch: object) => changeView('films', patch), [])

  return (
    <SummariesContext value={summaries}>
      <Toolbar
        view="films"
        columns={columns}
        total={isAnswered ? rows.total : null}
        question={{ ...question, ...sortParam(view.sort) }}
      />
      <RowsError rows={rows} />
      {(isAnswered || rows.isLoading) && (
        <div className={classes.table}>
          <DataTable
            {...view}
            label={t('films')}
            testId="films-table"
            columns={columns}
            listKey={rows.key}
            total={rows.total}
            rowAt={rows.rowAt}
            rowHeight={ROW_HEIGHT}
            isStale={rows.isStale}
            active={active}
            onActive={onActive}
            isOpen={({ film_id }) => film_id === film}
            onOpen={({ film_id }) => openFilm(film_id)}
            onRange={onRange}
            onColumns={onColumns}
            {...(withSummaries ? { underHead } : {})}
            empty={<Nothing view="films" rows={rows} />}
          />
        </div>
      )}
    </SummariesContext>
  )
}
