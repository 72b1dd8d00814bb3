import { Alert, Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowsDiff, IconRestore, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../../../../pipeline/api.ts'
import { navigate } from '../../../../app/router.ts'
import { useEngineQuery } from '../../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../../components/error-state.tsx'
import { useFormat } from '../../../../i18n/format.ts'
import { FlowTable } from '../../../quality/flow/table.tsx'
import { chooseRun } from '../../../quality/store.ts'
import { StateBadge } from '../../state-badge.tsx'
import { closeRun, openComparison, openPublishing } from '../store.ts'
import { Checks } from './checks.tsx'
import classes from './details.module.css'
import { Files } from './files.tsx'
import { Inputs } from './inputs.tsx'
import { Part } from './part.tsx'
import { Steps } from './steps.tsx'

/** Everything that is known of one run. */
export function DetailsDrawer({ run }: { run: string | null }) {
  const { t } = useTranslation('home')
  return (
    <Drawer
      opened={run !== null}
      onClose={closeRun}
      position="right"
      size={680}
      title={run === null ? '' : t('runs.title', { run })}
      closeButtonProps={{ 'aria-label': t('runs.close') }}
    >
      {run !== null && <Details key={run} run={run} />}
    </Drawer>
  )
}

function Details({ run }: { run: string }) {
  const { t } = useTranslation('home')
  const { data, error, refetch } = useEngineQuery('runs.show', { run })
  // The answer to the run before is no answer to this one.
  const detail = data?.run_id === run ? data : undefined
  if (!detail) {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    return (
      <Stack gap="sm" role="status" aria-label={t('runs.loading')}>
        <Skeleton height={24} width="60%" />
        <Skeleton height={110} />
        <Skeleton height={160} />
      </Stack>
    )
  }
  return <Found detail={detail} />
}

function Found({ detail }: { detail: RunDetail }) {
  const { t } = useTranslation('home')
  const { published, error, files } = detail
  return (
    <Stack gap="md" data-testid="run-details">
      <Head detail={detail} />
      {error && <ErrorState error={error} />}
      {detail.whole === false && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={t('runs.damaged')}>
          {t('runs.damaged_text')}
        </Alert>
      )}
      <Actions detail={detail} />
      <Checks detail={detail} />
      {detail.steps.length > 0 && (
        <Part title={t('steps.label')}>
          <Steps steps={detail.steps} />
        </Part>
      )}
      {published && (
        <Part title={t('outcome.balance')}>
          <FlowTable balance={published.balance} run={detail.current ? null : detail.run_id} />
        </Part>
      )}
      {published && (
        <Part title={t('runs.inputs')}>
          <Inputs inputs={published.inputs} />
        </Part>
      )}
      {files.length > 0 && (
        <Part title={t('runs.files')}>
          <Files files={files} />
        </Part>
      )}
      {published?.pruned_at && (
        <Text size="sm" c="dimmed">
          {t('runs.pruned_text')}
        </Text>
      )}
    </Stack>
  )
}

function Head({ detail }: { detail: RunDetail }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { published, current, state, started_at } = detail
  const pruned = published !== null && published.pruned_at !== null
  const name = current ? 'current' : pruned ? 'pruned' : state
  const facts = [
    ...(published ? [t('runs.published_at', { when: format.dateTime(published.published_at) })] : []),
    ...(published?.republished_at
      ? [t('runs.republished_at', { when: format.dateTime(published.republished_at) })]
      : []),
    ...(!published && started_at ? [t('runs.started_at', { when: format.dateTime(started_at) })] : []),
    ...(published ? [format.seconds(published.seconds), format.bytes(published.bytes)] : []),
    ...(detail.verb ? [t('runs.verb', { verb: detail.verb })] : []),
  ]
  return (
    <Group gap="sm">
      <StateBadge name={name}>{t(`run_state.${name}`)}</StateBadge>
      <Text size="sm" c="dimmed" className={classes.facts}>
        {facts.join(' · ')}
      </Text>
    </Group>
  )
}

function Actions({ detail: { run_id, published, current, compared_with } }: { detail: RunDetail }) {
  const { t } = useTranslation('home')
  if (!published || published.pruned_at !== null) return null
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        variant="light"
        leftSection={<IconShieldCheck size={15} aria-hidden />}
        onClick={() => {
          chooseRun(current ? null : run_id)
          closeRun()
          navigate({ page: 'quality' })
        }}
      >
        {t('runs.quality')}
      </Button>
      {compared_with !== null && (
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconArrowsDiff size={15} aria-hidden />}
          onClick={() => openComparison(compared_with, run_id)}
        >
          {t('runs.compare_before')}
        </Button>
      )}
      {!current && (
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconRestore size={15} aria-hidden />}
          onClick={() => openPublishing(run_id)}
        >
          {t('runs.publish')}
        </Button>
      )}
    </Group>
  )
}
