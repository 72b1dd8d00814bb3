import { Badge, Table, Tabs, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailedRun, IngestionRecord, RunSummary } from '../../../pipeline/api.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useSourceName } from '../../components/use-source-name.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './history.module.css'

const COLOURS = {
  completed: 'teal',
  published: 'teal',
  current: 'iris',
  unchanged: 'gray',
  cancelled: 'gray',
  failed: 'red',
  interrupted: 'orange',
} as const

/** Every file that was landed or tried, every run that was made or failed. */
export function History() {
  const { t } = useTranslation('home')
  return (
    <Tabs defaultValue="ingestions" aria-label={t('history.label')} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="ingestions">{t('history.ingestions')}</Tabs.Tab>
        <Tabs.Tab value="runs">{t('history.runs')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="ingestions">
        <Ingestions />
      </Tabs.Panel>
      <Tabs.Panel value="runs">
        <Runs />
      </Tabs.Panel>
    </Tabs>
  )
}

function Ingestions() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sourceName = useSourceName()
  const { data, error, refetch } = useEngineQuery('ingest.history', { limit: 200 })
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null
  if (data.ingestions.length === 0) return <Nothing>{t('history.no_ingestions')}</Nothing>
  return (
    <Frame
      head={['status', 'file', 'source', 'rows', 'size', 'hash', 'when', 'error']}
      figures={['rows', 'size']}
    >
      {data.ingestions.map((each: IngestionRecord) => (
        <Table.Tr key={`${each.started_at} ${each.file} ${each.status}`}>
          <Table.Td>
            <State name={each.status}>{t(`ingestion.${each.status}`)}</State>
          </Table.Td>
          <Table.Td className={classes.cell} title={each.file}>
            {each.file}
          </Table.Td>
          <Table.Td>{sourceName(each.source)}</Table.Td>
          <Table.Td ta="right">{format.integer(each.rows)}</Table.Td>
          <Table.Td ta="right">{format.bytes(each.bytes)}</Table.Td>
          <Table.Td ff="monospace" title={each.sha256 ?? undefined}>
            {each.sha256?.slice(0, 10) ?? '—'}
          </Table.Td>
          <Table.Td>{format.dateTime(each.finished_at)}</Table.Td>
          <Table.Td className={classes.cell} title={each.error ?? undefined}>
            {each.error_code ?? ''}
          </Table.Td>
        </Table.Tr>
      ))}
    </Frame>
  )
}

function Runs() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data, error, refetch } = useEngineQuery('runs.list', {})
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null
  const lines = [...data.runs.map(publishedLine), ...data.unpublished.map(unpublishedLine)]
  if (lines.length === 0) return <Nothing>{t('history.no_runs')}</Nothing>
  // A run id begins with its time.
  lines.sort((one, other) => other.run_id.localeCompare(one.run_id))
  return (
    <Frame
      head={['status', 'run', 'when', 'films', 'reviews', 'took', 'error']}
      figures={['films', 'reviews', 'took']}
    >
      {lines.map((line) => (
        <Table.Tr key={line.run_id}>
          <Table.Td>
            <State name={line.state}>{t(`run_state.${line.state}`)}</State>
          </Table.Td>
          <Table.Td ff="monospace">{line.run_id}</Table.Td>
          <Table.Td>{format.dateTime(line.at)}</Table.Td>
          <Table.Td ta="right">{format.integer(line.films)}</Table.Td>
          <Table.Td ta="right">{format.integer(line.reviews)}</Table.Td>
          <Table.Td ta="right">{format.seconds(line.seconds)}</Table.Td>
          <Table.Td className={classes.cell} title={line.error?.message}>
            {line.error?.code ?? ''}
          </Table.Td>
        </Table.Tr>
      ))}
    </Frame>
  )
}

function publishedLine({ run_id, current, published_at, tables, seconds }: RunSummary) {
  const state: 'current' | 'published' = current ? 'current' : 'published'
  const [films, reviews] = [tables.films.rows, tables.reviews.rows]
  return { run_id, state, at: published_at, films, reviews, seconds, error: null }
}

function unpublishedLine({ run_id, state, started_at, seconds, error }: FailedRun) {
  return { run_id, state, at: started_at, films: null, reviews: null, seconds, error }
}

function State({ name, children }: { name: keyof typeof COLOURS; children: ReactNode }) {
  return (
    <Badge variant="light" color={COLOURS[name]} size="sm" tt="none">
      {children}
    </Badge>
  )
}

type Head = 'status' | 'file' | 'source' | 'rows' | 'size' | 'hash' | 'when' | 'error' | 'run' | 'took'

function Frame({
  head,
  figures,
  children,
}: {
  head: (Head | 'films' | 'reviews')[]
  figures: string[]
  children: ReactNode
}) {
  const { t } = useTranslation('home')
  const title = (name: Head | 'films' | 'reviews') =>
    name === 'films' || name === 'reviews' ? t(`outcome.${name}`) : t(`history.${name}`)
  return (
    <div className={classes.frame}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name} ta={figures.includes(name) ? 'right' : 'left'}>
                {title(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  )
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" py="lg" ta="center">
      {children}
    </Text>
  )
}
