import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { isFiltering } from '../../filters/filters.ts'
import { resetFilters, undoFilters, useFilters } from '../../filters/store.ts'

/** No film passes the filters: says so, and how to get some back. */
export function NoFilms() {
  const { t } = useTranslation('reports')
  const { present, past } = useFilters()
  const filtering = isFiltering(present)
  return (
    <EmptyState
      icon={<IconFilterOff size={24} />}
      title={t(filtering ? 'no_films.title' : 'no_films.title_unfiltered')}
      text={t(filtering ? 'no_films.text' : 'no_films.text_unfiltered')}
      action={
        filtering && (
          <Button.Group>
            {past.length > 0 && (
              <Button variant="default" onClick={undoFilters}>
                {t('no_films.undo')}
              </Button>
            )}
            <Button onClick={resetFilters}>{t('no_films.reset')}</Button>
          </Button.Group>
        )
      }
    />
  )
}
