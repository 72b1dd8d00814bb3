import { Badge, Button, Group, Modal, Skeleton, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../../pipeline/api.ts'
import { queryClient } from '../../../app/query-client.ts'
import { engine } from '../../../bridge/engine.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { LogText } from '../../../components/log-text.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { Confirm, type Question } from '../confirm.tsx'
import { LIVE_MS } from '../use-status.ts'
import { COLOURS, shownState } from './state.ts'

const LINES = 300

/** One application: why it failed, and what its containers wrote. */
export function ApplicationWindow({ id, onClose }: { id: string | null; onClose(): void }) {
  const { t } = useTranslation('cluster')
  return (
    <Modal
      opened={id !== null}
      onClose={onClose}
      size={980}
      title={id}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {id !== null && <Application key={id} id={id} />}
    </Modal>
  )
}

function Application({ id }: { id: string }) {
  const { t } = useTranslation('cluster')
  const { data, error, refetch } = useEngineQuery(
    'cluster.application',
    { id, lines: LINES },
    { refetchInterval: LIVE_MS },
  )
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={320} role="status" aria-label={t('loading')} />
    )
  return (
    <Stack gap="md" data-testid="application">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Head {...data} />
      {data.cause && <ErrorState error={data.cause} />}
      {data.application.diagnostics && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} lineClamp={4}>
          YARN : {data.application.diagnostics}
        </Text>
      )}
      {data.logs_missing && <Text size="sm">{data.logs_missing}</Text>}
      {data.containers.flatMap(({ container_id, is_master, files }) =>
        files
          .filter(({ lines }) => lines.length > 0)
          .map(({ name, lines }) => (
            <section key={`${container_id} ${name}`}>
              <Title order={3} size="h5" mb={4}>
                {name} · {is_master ? t('apps.master') : container_id}
              </Title>
              <LogText lines={lines} label={t('log.lines')} />
            </section>
          )),
      )}
    </Stack>
  )
}

function Head({ application }: ApplicationDetail) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  const [question, setQuestion] = useState<Question | null>(null)
  const state = shownState(application)
  const kill = () =>
    setQuestion({
      title: t('apps.kill_title'),
      text: t('apps.kill_text', { id: application.id, name: application.name }),
      verb: t('apps.kill'),
      work: async () => {
        await engine.request('cluster.kill', { id: application.id })
        notifications.show({ color: 'teal', message: t('apps.killed', { id: application.id }) })
        for (const key of ['cluster.applications', 'cluster.application'])
          await queryClient.invalidateQueries({ queryKey: [key] })
      },
    })
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm">
        <Badge
          variant="dot"
          color={COLOURS[state]}
          tt="none"
          miw="max-content"
          data-testid="application-state"
        >
          {t(`apps.states.${state}`)}
        </Badge>
        <Text size="sm">
          {application.name} · {application.user} · {application.queue} ·{' '}
          {format.seconds(application.seconds)}
        </Text>
      </Group>
      {application.finished_at === null && (
        <Button
          size="compact-md"
          variant="light"
          color="red"
          leftSection={<IconHandStop size={15} aria-hidden />}
          onClick={kill}
          data-testid="kill"
        >
          {t('apps.kill')}
        </Button>
      )}
      <Confirm question={question} onClose={() => setQuestion(null)} />
    </Group>
  )
}
