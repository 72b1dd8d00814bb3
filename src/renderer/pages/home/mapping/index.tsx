import { Alert, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../../pipeline/api.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { Columns } from './columns.tsx'
import { Footer } from './footer.tsx'
import { type Corrections, noCorrections, proposeParams } from './state.ts'
import { closeMapping, useMapping } from './store.ts'

/** For a table that no source knows: what its columns mean, corrected and remembered. */
export function MappingWindow() {
  const { t } = useTranslation('mapping')
  const { file } = useMapping()
  // Coming back to the page, one begins anew.
  useEffect(() => closeMapping, [])
  return (
    <Modal
      opened={file !== null}
      onClose={closeMapping}
      size={1040}
      title={file && t('title', { file: file.file })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {file && <Mapping key={`${file.path} ${file.file}`} file={file} />}
    </Modal>
  )
}

function Mapping({ file }: { file: Recognition }) {
  const { t } = useTranslation('mapping')
  const format = useFormat()
  const [corrections, setCorrections] = useState<Corrections>(noCorrections)
  const { data, error, refetch, isPlaceholderData, isFetching } = useEngineQuery(
    'sources.propose',
    proposeParams({ path: file.path, table: file.file }, corrections, file.columns),
  )
  // What stays while the next answer loads may be of another file.
  const table = data?.tables.find((each) => each.path === file.path && each.file === file.file)
  const change = (patch: Partial<Corrections>) => setCorrections((before) => ({ ...before, ...patch }))
  if (!table)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Group gap="sm" justify="center" py="xl" role="status">
        <Loader size={18} />
        <Text size="sm">{t('reading')}</Text>
      </Group>
    )
  return (
    <Stack gap="sm" aria-busy={isPlaceholderData} data-testid="mapping">
      <Text size="sm">{t('about', { count: table.records, formatted: format.integer(table.records) })}</Text>
      {error && <ErrorState error={error} />}
      <Columns
        columns={table.columns}
        onChange={(index, meaning) => change({ columns: { ...corrections.columns, [index]: meaning } })}
      />
      {table.problem && (
        <Alert color="orange" variant="light" icon={<IconInfoCircle size={18} />} title={t('not_enough')}>
          {table.problem}
        </Alert>
      )}
      <Footer table={table} busy={isFetching} onChange={change} />
    </Stack>
  )
}
