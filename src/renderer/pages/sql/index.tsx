import { Button, Group, Text } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Answer } from './answer.tsx'
import { NoTables } from './no-tables.tsx'
import { Side } from './side.tsx'
import classes from './sql.module.css'
import { cancelSql, fitSample, runSql, useConsole } from './store.ts'

/** The editor is the heaviest part: the page shows before it. */
const Editor = lazy(() => import('./editor.tsx'))

/** SQL: an editor on the published tables, its results as a table or a chart. */
export default function SqlPage() {
  const { t } = useTranslation('sql')
  const { answer, error, cancelled, running } = useConsole()
  const { data: schema } = useEngineQuery('sql.schema', {})
  const isPublished = schema?.tables.some(({ name }) => name === 'films')
  useEffect(() => {
    if (isPublished !== undefined) fitSample(isPublished)
  }, [isPublished])
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<RunButton />} />
      <div className={classes.columns}>
        <Side />
        <div className={classes.main}>
          <div className={classes.editor}>
            <Suspense fallback={<div className={classes.loading} />}>
              <Editor />
            </Suspense>
          </div>
          {error && (
            <div className={classes.error} data-stale={running !== null || undefined}>
              <ErrorState error={error} />
            </div>
          )}
          {cancelled && (
            <Text size="sm" role="status" data-testid="sql-cancelled">
              {t(answer ? 'cancelled_kept' : 'cancelled')}
            </Text>
          )}
          {answer ? (
            <Answer answer={answer} stale={running !== null} />
          ) : isPublished === false ? (
            <NoTables />
          ) : (
            !error && (
              <Text size="sm" c="dimmed" ta="center" py="xl">
                {t('idle')}
              </Text>
            )
          )}
        </div>
      </div>
    </div>
  )
}

function RunButton() {
  const { t } = useTranslation('sql')
  const { running, sql } = useConsole()
  return (
    <Group gap="sm">
      <Text size="xs" c="dimmed">
        {t('shortcut')}
      </Text>
      {running ? (
        <Button
          color="red"
          variant="light"
          leftSection={<IconPlayerStopFilled size={15} aria-hidden />}
          onClick={cancelSql}
          data-testid="sql-cancel"
        >
          {t('cancel')}
        </Button>
      ) : (
        <Button
          leftSection={<IconPlayerPlayFilled size={15} aria-hidden />}
          disabled={sql.trim() === ''}
          onClick={() => void runSql()}
          data-testid="sql-run"
        >
          {t('run')}
        </Button>
      )}
    </Group>
  )
}
