import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { isFiltering } from './filters.ts'
import { setFilters, useFilters } from './store.ts'

/** Films without a filtered value are neither dropped in silence nor taken for zero: their number is here. */
export function UnknownSwitch({ unknown, disabled }: { unknown: number; disabled: boolean }) {
  const { t } = useTranslation('filters')
  const n = useFormat().integer(unknown)
  const filters = useFilters((history) => history.present)
  const checked = filters.include_unknown ?? false
  return (
    <Switch
      size="xs"
      label={t('unknown', { n })}
      aria-label={t('unknown_label', { n })}
      title={t('unknown_label', { n })}
      checked={checked}
      disabled={disabled || (!checked && !isFiltering(filters))}
      onChange={(event) => setFilters({ include_unknown: event.currentTarget.checked })}
      styles={{ label: { whiteSpace: 'nowrap' } }}
      data-testid="filter-unknown"
    />
  )
}
