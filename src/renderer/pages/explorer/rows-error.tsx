import { ErrorState } from '../../components/error-state.tsx'
import classes from './explorer.module.css'
import type { PagedRows } from './table/use-paged-rows.ts'

/** What the engine could not answer, over the rows that it gave before. */
export function RowsError({ rows: { error, retry } }: { rows: PagedRows<unknown> }) {
  if (!error || error.code === 'CANCELLED') return null
  return (
    <div className={classes.error}>
      <ErrorState error={error} onRetry={retry} />
    </div>
  )
}
