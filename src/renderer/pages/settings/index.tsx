import { Alert, Box, Skeleton, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { ClusterForm } from './cluster-form.tsx'
import { DuckForm } from './duck-form.tsx'
import { Kaggle } from './kaggle.tsx'
import { Lake } from './lake.tsx'
import classes from './settings.module.css'

/** Réglages: of the lake, of the engine, of the cluster, of the window. */
export default function SettingsPage() {
  const { t } = useTranslation('settings')
  const { data, error, refetch } = useEngineQuery('settings.get', {})
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {error && (
        <Box mb="md">
          <ErrorState error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data && data.problems.length > 0 && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          mb="md"
          title={t('problems')}
        >
          {data.problems.map((problem) => (
            <Problem key={problem.message} problem={problem} />
          ))}
        </Alert>
      )}
      <div className={classes.columns}>
        <Lake />
        <Appearance />
        {data ? (
          <>
            {/* What was saved elsewhere meanwhile is shown, not what was typed before it. */}
            <DuckForm key={`duck ${JSON.stringify(data.settings)}`} info={data} />
            <ClusterForm key={`cluster ${JSON.stringify(data.settings)}`} info={data} />
            <Kaggle kaggle={data.kaggle} />
          </>
        ) : (
          !error && (
            <Skeleton height={220} radius="md" role="status" aria-busy="true" aria-label={t('loading')} />
          )
        )}
        <About path={data?.path} />
      </div>
    </div>
  )
}

function Problem({ problem }: { problem: ErrorPayload }) {
  const { sentence, detail, hint } = useErrorText()(problem)
  return (
    <Text size="sm">
      {sentence} {detail} {hint}
    </Text>
  )
}
