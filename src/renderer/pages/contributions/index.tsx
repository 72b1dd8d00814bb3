import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import { IconArchive, IconMovieOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addressOf, useRoute } from '../../app/router.ts'
import { useLake } from '../../app/use-lake.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Contribute } from './contribute.tsx'
import classes from './contributions.module.css'
import { Journal } from './journal.tsx'
import { JournalActions } from './journal-actions.tsx'

/** Contributions: add a review, correct a film, and everything that was contributed. */
export default function ContributionsPage() {
  const { t } = useTranslation('contributions')
  const lake = useLake()
  const { film } = useRoute()
  const { data, error, refetch } = useEngineQuery('contributions.list', {})
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={data && <JournalActions list={data} />}
      />
      {data?.notices.map(({ at, text }) => (
        <Alert key={at + text} color="orange" variant="light" icon={<IconArchive size={18} />} mb="sm">
          {t('damaged', { file: text })}
        </Alert>
      ))}
      <div className={classes.columns}>
        <section className={classes.card}>
          {lake?.published === null ? (
            <EmptyState
              icon={<IconMovieOff size={24} />}
              title={t('nothing_published.title')}
              text={t('nothing_published.text')}
              action={
                <Button component="a" href={addressOf({ page: 'home' })} variant="light">
                  {t('nothing_published.action')}
                </Button>
              }
            />
          ) : (
            <Contribute key={film} named={film} />
          )}
        </section>
        <section className={classes.card} aria-labelledby="journal-title">
          {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
          {data && <Journal list={data} />}
          {!data && !error && <Waiting />}
        </section>
      </div>
    </div>
  )
}

function Waiting() {
  const { t } = useTranslation('contributions')
  return (
    <Stack gap="sm" role="status" aria-label={t('journal.loading')}>
      {['45%', '90%', '75%', '85%'].map((width) => (
        <Skeleton key={width} height={14} width={width} />
      ))}
    </Stack>
  )
}
