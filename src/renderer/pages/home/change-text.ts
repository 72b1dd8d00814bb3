import type { TFunction } from 'i18next'
import type { TableDiff } from '../../../pipeline/api.ts'
import type { Format } from '../../i18n/format.ts'

/** « Films : +12, −3, 45 modifications »; empty when nothing of the table changed. */
export function changeText(
  t: TFunction<'home'>,
  format: Pick<Format, 'integer'>,
  { table, added, removed, changed }: Pick<TableDiff, 'table' | 'added' | 'removed' | 'changed'>,
): string {
  const parts = [
    ...(added > 0 ? [`+${format.integer(added)}`] : []),
    ...(removed > 0 ? [`−${format.integer(removed)}`] : []),
    ...(changed > 0 ? [t('changed.rows', { count: changed, formatted: format.integer(changed) })] : []),
  ]
  return parts.length === 0
    ? ''
    : t('changed.table', { table: t(`outcome.${table}`), what: parts.join(', ') })
}
