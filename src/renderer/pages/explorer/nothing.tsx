import { Button, Group } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { isFiltering } from '../../filters/filters.ts'
import { resetFilters, useFilters } from '../../filters/store.ts'
import type { PagedRows } from './table/use-paged-rows.ts'
import { Waiting } from './table/waiting.tsx'
import { changeView, useExplorer, type ViewName } from './view-state.ts'

/** Instead of rows: that they are on their way, or what leaves none, and how to take it away. */
export function Nothing({ view, rows }: { view: ViewName; rows: PagedRows<unknown> }) {
  const { t } = useTranslation('explorer')
  const filtering = useFilters((history) => isFiltering(history.present))
  const { search } = useExplorer((state) => state[view])
  const { sentiment, topCritic } = useExplorer(({ reviews }) => reviews)
  const narrowed = view === 'reviews' && (sentiment !== null || topCritic)
  if (rows.isLoading) return <Waiting />
  if (rows.error && rows.key === '') return null
  const clear = () => changeView(view, { search: '', sentiment: null, topCritic: false })
  return (
    <EmptyState
      icon={<IconSearchOff size={24} />}
      title={t(`empty.${view}`)}
      text={search ? t('empty.search', { search }) : t('empty.filters')}
      action={
        <Group gap="xs" justify="center">
          {(search || narrowed) && (
            <Button variant="default" size="sm" onClick={clear}>
              {t('empty.clear_search')}
            </Button>
          )}
          {filtering && (
            <Button variant="default" size="sm" onClick={resetFilters}>
              {t('empty.reset_filters')}
            </Button>
          )}
        </Group>
      }
    />
  )
}
