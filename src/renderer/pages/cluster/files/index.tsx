import { Anchor, Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCloudUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HdfsEntry } from '../../../../pipeline/api.ts'
import { runClusterJob, useClusterJob } from '../../../app/cluster-job.ts'
import { isRunning } from '../../../app/job-state.ts'
import { queryClient } from '../../../app/query-client.ts'
import { engine } from '../../../bridge/engine.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { Card } from '../card.tsx'
import classes from '../cluster.module.css'
import { Confirm, type Question } from '../confirm.tsx'
import { NoAnswer } from '../stopped.tsx'
import { FilesTable } from './table.tsx'

/** Folders of the lake on HDFS: gone through, brought here, removed. */
export function FilesView() {
  const { t } = useTranslation('cluster')
  const [path, setPath] = useState<string | undefined>(undefined)
  const [question, setQuestion] = useState<Question | null>(null)
  const [to, setTo] = useState('')
  const busy = isRunning(useClusterJob())
  const { data, error, refetch, isPlaceholderData } = useEngineQuery('cluster.browse', path ? { path } : {})
  const fetchHere = async (entry: HdfsEntry) => {
    const folder = window.cine ? await window.cine.pickFolder() : to.trim()
    if (!folder) return
    if (await runClusterJob('cluster.pull', { path: entry.path, to: folder }))
      notifications.show({ color: 'teal', message: t('files.fetched', { name: entry.name, folder }) })
  }
  const remove = (entry: HdfsEntry) =>
    setQuestion({
      title: t(entry.is_folder ? 'files.remove_folder' : 'files.remove_file'),
      text: t('files.remove_text', { path: entry.path }),
      verb: t('files.remove'),
      work: async () => {
        await engine.request('cluster.remove', {
          path: entry.path,
          recursive: entry.is_folder,
          confirmed: true,
        })
        notifications.show({ color: 'teal', message: t('files.removed', { path: entry.path }) })
        await queryClient.invalidateQueries({ queryKey: ['cluster.browse'] })
      },
    })
  return (
    <Card
      title={t('files.title')}
      about={t('files.about')}
      testId="files"
      actions={
        <Button
          leftSection={<IconCloudUpload size={16} aria-hidden />}
          disabled={busy || error !== null || !data}
          onClick={() => void runClusterJob('cluster.push', {})}
          data-testid="push"
        >
          {t('files.push')}
        </Button>
      }
    >
      {error && <NoAnswer error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={220} role="status" aria-label={t('loading')} />}
      {!error && data && (
        <>
          <Group justify="space-between" wrap="nowrap" align="flex-end">
            <Crumbs path={data.path} onOpen={setPath} />
            {/* In a browser no folder of this machine can be picked: it is written. */}
            {!window.cine && (
              <TextInput
                size="xs"
                w={280}
                label={t('files.to')}
                placeholder="/tmp"
                value={to}
                onChange={({ currentTarget: { value } }) => setTo(value)}
                data-testid="download-folder"
              />
            )}
          </Group>
          <FilesTable
            listing={data}
            stale={isPlaceholderData}
            canFetch={!busy && (window.cine !== undefined || to.trim() !== '')}
            onOpen={setPath}
            onFetch={(entry) => void fetchHere(entry)}
            onRemove={remove}
          />
        </>
      )}
      <Confirm question={question} onClose={() => setQuestion(null)} />
    </Card>
  )
}

/** The folder that is shown, each of those above it to be gone to. */
function Crumbs({ path, onOpen }: { path: string; onOpen(path: string): void }) {
  const { t } = useTranslation('cluster')
  const names = path.split('/').filter(Boolean)
  return (
    <nav className={classes.crumbs} aria-label={t('files.folder')} data-testid="crumbs">
      {['', ...names].map((name, index) => {
        const to = `/${names.slice(0, index).join('/')}`
        return index === names.length ? (
          <Text key={to} span inherit fw={600}>
            {name || '/'}
          </Text>
        ) : (
          <span key={to}>
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(to)}>
              {name || 'hdfs:'}
            </Anchor>
            <Text span inherit c="dimmed" px={4}>
              /
            </Text>
          </span>
        )
      })}
    </nav>
  )
}
