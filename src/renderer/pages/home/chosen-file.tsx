import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconTable, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../pipeline/api.ts'
import { useSourceName } from '../../components/use-source-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { removeFile } from './chosen-files.ts'
import classes from './files.module.css'
import { Preview } from './preview.tsx'
import { RefusedFile } from './refused-file.tsx'

/** A file as the engine recognised it, with its first lines on demand. */
export function ChosenFile({ file }: { file: Recognition }) {
  const { t } = useTranslation('home')
  const [open, setOpen] = useState(false)
  const Icon = file.error ? IconAlertTriangle : IconTable
  return (
    <li className={classes.file} data-failed={file.error !== null || undefined} data-testid="chosen-file">
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <Icon size={17} aria-hidden className={classes.icon} />
        <div className={classes.names}>
          <Text size="sm" fw={560} truncate title={file.path}>
            {file.file}
          </Text>
          {file.error ? <RefusedFile file={file} /> : <Recognised file={file} />}
        </div>
        {file.preview.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t('files.hide_preview') : t('files.show_preview')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('files.remove', { file: file.file })}
          onClick={() => removeFile(file.path)}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
      {open && <Preview file={file} />}
    </li>
  )
}

function Recognised({ file }: { file: Recognition }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sourceName = useSourceName()
  const { columns, delimiter, encoding, compression, score, source } = file
  const facts = [
    t('files.columns', { count: columns.length, formatted: format.integer(columns.length) }),
    t('files.delimiter', { delimiter: delimiter === '\t' ? t('files.tab') : `« ${delimiter} »` }),
    encoding.toUpperCase(),
    ...(compression === 'gzip' ? [t('files.gzip')] : compression === 'none' ? [] : [compression]),
  ]
  return (
    <>
      <Group gap={6} mt={2}>
        <Badge variant="light" size="sm" tt="none">
          {sourceName(source)}
        </Badge>
        <Text size="xs" c="dimmed">
          {t('files.score', { percent: format.percent(score) })}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={2}>
        {facts.join(' · ')}
      </Text>
    </>
  )
}
