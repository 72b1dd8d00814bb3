import type { TFunction } from 'i18next'
import type { Check } from '../../../../pipeline/api.ts'
import type { Format } from '../../../i18n/format.ts'

/** What a check's value is, where it is not a number of rows that break it. */
const UNITS: Record<string, 'share' | 'points' | 'rows'> = {
  REJECTED_SHARE: 'share',
  REVIEW_ORPHAN_SHARE: 'share',
  ROWS_LOST: 'share',
  NULL_SHARE_JUMPED: 'points',
  TABLE_ROWS: 'rows',
}

interface Words {
  t: TFunction<'quality'>
  format: Format
  sourceName(source: string): string
}

/** What must hold, in the language of the window; in the engine's words when the check is not known here. */
export function checkTitle({ code, table, column, message }: Check, { t, sourceName }: Words): string {
  const translate = t as unknown as (key: string, values: Record<string, string>) => string
  const values = {
    defaultValue: message,
    table: table === null ? '' : t(`tables.${table}`).toLowerCase(),
    column: column ?? '',
    source: column === null ? '' : sourceName(column),
  }
  return translate(`check.${code}`, values)
}

/** What was measured, when it says something: of a check that holds, only shares do. */
export function checkValue({ code, level, table, value }: Check, { t, format }: Words): string | null {
  if (value === null) return null
  const unit = UNITS[code]
  if (unit === 'share') return format.percent(value, 1)
  if (level === 'ok') return null
  if (unit === 'points') return t('check_value.points', { n: format.decimal(value * 100, 1) })
  const count = Math.abs(value)
  const rows = { count, formatted: format.integer(count) }
  return table === null || unit === 'rows' ? t('rows', rows) : t(`check_value.${table}`, rows)
}

/** The worst first; those of one level as the engine gave them. */
export function byLevel(checks: readonly Check[]): Record<Check['level'], Check[]> {
  const of = (level: Check['level']) => checks.filter((check) => check.level === level)
  return { error: of('error'), warning: of('warning'), ok: of('ok') }
}
