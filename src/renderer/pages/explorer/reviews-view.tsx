import { useDebouncedValue } from '@mantine/hooks'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useActiveFilters } from '../../filters/store.ts'
import { useReviewColumns } from './columns/review-columns.tsx'
import classes from './explorer.module.css'
import { ROW_HEIGHT, SEARCH_PAUSE_MS } from './films-view.tsx'
import { Nothing } from './nothing.tsx'
import { RowsError } from './rows-error.tsx'
import { DataTable } from './table/data-table.tsx'
import { sortParam } from './table/sort.ts'
import { useActiveRow } from './table/use-active-row.ts'
import { usePagedRows } from './table/use-paged-rows.ts'
import { useRowRange } from './table/use-row-range.ts'
import { Toolbar } from './toolbar.tsx'
import { useOpen } from './use-open.ts'
import { useViewAddress } from './use-view-address.ts'
import { changeView, useExplorer } from './view-state.ts'

/** The reviews of the films that pass the filters. */
export function ReviewsView() {
  const { t } = useTranslation('explorer')
  const view = useExplorer(({ reviews }) => reviews)
  const filters = useActiveFilters()
  const [search] = useDebouncedValue(view.search.trim(), SEARCH_PAUSE_MS)
  const question = {
    filters,
    ...(search ? { search } : {}),
    ...(view.sentiment ? { sentiment: view.sentiment } : {}),
    ...(view.topCritic ? { top_critic: true } : {}),
    ...sortParam(view.sort),
  }
  const columns = useReviewColumns()
  useViewAddress('reviews', columns)
  const [range, onRange] = useRowRange()
  const { review, openReview } = useOpen()
  const rows = usePagedRows('reviews.page', { ...question, with_film: true }, range)
  const [active, onActive] = useActiveRow(rows.key, rows.total)
  const isAnswered = rows.key !== ''
  const onColumns = useCallback((patch: object) => changeView('reviews', patch), [])

  return (
    <>
      <Toolbar view="reviews" columns={columns} total={isAnswered ? rows.total : null} question={question} />
      <RowsError rows={rows} />
      {(isAnswered || rows.isLoading) && (
        <div className={classes.table}>
          <DataTable
            {...view}
            label={t('reviews')}
            testId="reviews-table"
            columns={columns}
            listKey={rows.key}
            total={rows.total}
            rowAt={rows.rowAt}
            rowHeight={ROW_HEIGHT}
            isStale={rows.isStale}
            active={active}
            onActive={onActive}
            isOpen={({ review_id }) => review_id === review?.review_id}
            onOpen={openReview}
            onRange={onRange}
            onColumns={onColumns}
            empty={<Nothing view="reviews" rows={rows} />}
          />
        </div>
      )}
    </>
  )
}
