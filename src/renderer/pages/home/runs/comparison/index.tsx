import { Alert, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconEqual, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunDiff } from '../../../../../pipeline/api.ts'
import { useEngineQuery } from '../../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../../components/error-state.tsx'
import { useSourceName } from '../../../../components/use-source-name.ts'
import { Part } from '../details/part.tsx'
import { closeRun } from '../store.ts'
import { ChangedInputs } from './changed-inputs.tsx'
import { Counts } from './counts.tsx'
import { TableChanges } from './table-changes.tsx'

/** What one run has against another. */
export function ComparisonWindow({ pair }: { pair: { a: string; b: string } | null }) {
  const { t } = useTranslation('home')
  return (
    <Modal
      opened={pair !== null}
      onClose={closeRun}
      size={920}
      title={t('diff.title')}
      closeButtonProps={{ 'aria-label': t('runs.close') }}
    >
      {pair && <Comparison key={`${pair.a} ${pair.b}`} {...pair} />}
    </Modal>
  )
}

function Comparison({ a, b }: { a: string; b: string }) {
  const { t } = useTranslation('home')
  const { data, error, refetch, isPlaceholderData } = useEngineQuery('runs.diff', { a, b })
  const diff = isPlaceholderData ? undefined : data
  return (
    <Stack gap="md">
      <Text size="sm" ff="monospace">
        {a} → {b}
      </Text>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!diff && !error && (
        <Group gap="sm" role="status" py="xl" justify="center">
          <Loader size={18} />
          <Text size="sm">{t('diff.working')}</Text>
        </Group>
      )}
      {diff && <Found diff={diff} />}
    </Stack>
  )
}

function Found({ diff }: { diff: RunDiff }) {
  const { t } = useTranslation('home')
  const changed = diff.tables.filter(
    ({ added, removed, changed: rows, schema }) => added + removed + rows + schema.length > 0,
  )
  return (
    <Stack gap="md" data-testid="run-diff">
      {diff.same && (
        <Alert color="gray" variant="light" icon={<IconEqual size={18} />} title={t('diff.same')} />
      )}
      <Notes diff={diff} />
      <Counts tables={diff.tables} />
      {changed.map((table) => (
        <Part key={table.table} title={t(`outcome.${table.table}`)}>
          <TableChanges diff={table} />
        </Part>
      ))}
      <ChangedInputs diff={diff} />
    </Stack>
  )
}

/** Why the two may differ although their files do not. */
function Notes({ diff: { causes, n_rows } }: { diff: RunDiff }) {
  const { t } = useTranslation('home')
  const sourceName = useSourceName()
  const partial = n_rows.a !== n_rows.b
  const engine = causes.options.find(({ option }) => option === 'engine')
  const layouts = (causes.layouts ?? []).map(sourceName).join(', ')
  const notes = [
    causes.rules && t('diff.rules_changed'),
    layouts && t('diff.layouts_changed', { sources: layouts }),
    engine && t('diff.engine_changed', { a: String(engine.a), b: String(engine.b) }),
    partial && t('diff.partial'),
    causes.contributions !== null &&
      causes.contributions > 0 &&
      t('diff.contributed', { count: causes.contributions }),
  ].filter((note) => typeof note === 'string' && note !== '')
  if (notes.length === 0) return null
  return (
    <Alert color="iris" variant="light" icon={<IconInfoCircle size={18} />}>
      {notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
    </Alert>
  )
}
