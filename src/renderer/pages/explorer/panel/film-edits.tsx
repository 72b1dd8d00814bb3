import { Button, Skeleton, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContributionsList } from '../../../../pipeline/api.ts'
import { addressOf } from '../../../app/router.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { Journal } from '../../contributions/journal.tsx'

/** What people contributed to the film; undone ones are told too. */
export function useFilmEdits(filmId: string) {
  const { data, error, refetch } = useEngineQuery('contributions.list', {})
  const list: ContributionsList | undefined = data && {
    ...data,
    contributions: data.contributions.filter(({ film_id }) => film_id === filmId),
  }
  return { list, error, retry: () => void refetch() }
}

export function FilmEdits({
  filmId,
  list,
  error,
  retry,
}: { filmId: string } & ReturnType<typeof useFilmEdits>) {
  const { t } = useTranslation('explorer')
  return (
    <>
      <Button
        component="a"
        href={addressOf({ page: 'contributions', film: filmId })}
        size="xs"
        variant="light"
        my="sm"
        leftSection={<IconPencil size={15} aria-hidden />}
      >
        {t('panel.contribute')}
      </Button>
      {error && !list && <ErrorState error={error} onRetry={retry} />}
      {!list && !error && <Skeleton height={10} mt="md" />}
      {list?.contributions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('panel.no_edits')}
        </Text>
      )}
      {list && list.contributions.length > 0 && <Journal list={list} />}
    </>
  )
}
