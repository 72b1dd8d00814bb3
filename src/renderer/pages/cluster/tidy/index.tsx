import { Button, Skeleton, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSparkles, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurgeItem, PurgeResult } from '../../../../pipeline/api.ts'
import { queryClient } from '../../../app/query-client.ts'
import { engine } from '../../../bridge/engine.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { Card } from '../card.tsx'
import { Confirm, type Question } from '../confirm.tsx'
import { ItemsTable } from './table.tsx'

/** What work that is over has left behind: listed, chosen, confirmed, removed. */
export function TidyView() {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  const { data, error, refetch, isFetching } = useEngineQuery('cluster.purge', {})
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [question, setQuestion] = useState<Question | null>(null)
  const [failed, setFailed] = useState<PurgeResult['failed']>([])
  const items = data?.items ?? []
  const chosen = items.filter(({ id }) => !kept.has(id))
  const toggle = (id: string) => {
    const next = new Set(kept)
    if (!next.delete(id)) next.add(id)
    setKept(next)
  }
  const remove = (all: readonly PurgeItem[]) => {
    const count = { count: all.length, formatted: format.integer(all.length) }
    const size = format.bytes(all.reduce((sum, { bytes }) => sum + bytes, 0))
    setQuestion({
      title: t('tidy.ask'),
      text: t('tidy.ask_text', { ...count, size }),
      verb: t('tidy.remove'),
      work: async () => {
        const result = await engine.request('cluster.purge', { remove: true, ids: all.map(({ id }) => id) })
        setFailed(result.failed)
        const n = result.removed.length
        notifications.show({
          color: result.failed.length > 0 ? 'orange' : 'teal',
          message: t('tidy.removed', {
            count: n,
            formatted: format.integer(n),
            size: format.bytes(result.freed_bytes),
          }),
        })
        await queryClient.invalidateQueries({ queryKey: ['cluster.purge'] })
      },
    })
  }
  return (
    <Card
      title={t('tidy.title')}
      about={t('tidy.about')}
      testId="tidy"
      actions={
        items.length > 0 && (
          <Button
            color="red"
            variant="light"
            leftSection={<IconTrash size={15} aria-hidden />}
            disabled={chosen.length === 0 || isFetching}
            onClick={() => remove(chosen)}
            data-testid="tidy-remove"
          >
            {t('tidy.remove_n', { count: chosen.length, formatted: format.integer(chosen.length) })}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {failed.map(({ id, error: why }) => (
        <Text key={id} size="sm" c="red">
          {id} : {why}
        </Text>
      ))}
      {!data && !error && <Skeleton height={180} role="status" aria-label={t('loading')} />}
      {data && items.length === 0 && (
        <EmptyState
          icon={<IconSparkles size={24} />}
          title={t('tidy.none')}
          text={t('tidy.none_text')}
          action={
            <Button size="compact-md" variant="default" onClick={() => void refetch()}>
              {t('tidy.again')}
            </Button>
          }
        />
      )}
      {items.length > 0 && <ItemsTable items={items} kept={kept} onToggle={toggle} />}
      {data?.hdfs_skipped && (
        <Text size="sm" c="dimmed">
          {t('tidy.hdfs_skipped')}
        </Text>
      )}
      <Confirm question={question} onClose={() => setQuestion(null)} />
    </Card>
  )
}
