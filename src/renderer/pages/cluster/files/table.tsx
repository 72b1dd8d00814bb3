import { ActionIcon, Anchor, Group, Table, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconFile, IconFolder, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HdfsEntry, HdfsListing } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../cluster.module.css'

interface FilesTableProps {
  listing: HdfsListing
  stale: boolean
  /** Whether it is known where to, and nothing else is being done. */
  canFetch: boolean
  onOpen(path: string): void
  onFetch(entry: HdfsEntry): void
  onRemove(entry: HdfsEntry): void
}

export function FilesTable(props: FilesTableProps) {
  const { t } = useTranslation('cluster')
  const { listing, stale } = props
  if (listing.entries.length === 0)
    return (
      <Text size="sm" c="dimmed" py="lg" ta="center">
        {t('files.empty')}
      </Text>
    )
  return (
    <div className={classes.scroll} aria-busy={stale}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover data-testid="files-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('files.name')}</Table.Th>
            <Table.Th ta="right">{t('files.size')}</Table.Th>
            <Table.Th>{t('files.owner')}</Table.Th>
            <Table.Th>{t('files.rights')}</Table.Th>
            <Table.Th>{t('files.modified')}</Table.Th>
            <Table.Th w={80}>
              <span className="visually-hidden">{t('files.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listing.entries.map((entry) => (
            <Line key={entry.path} entry={entry} {...props} />
          ))}
        </Table.Tbody>
      </Table>
      {listing.more && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('files.more')}
        </Text>
      )}
    </div>
  )
}

function Line({
  entry,
  listing,
  canFetch,
  onOpen,
  onFetch,
  onRemove,
}: FilesTableProps & { entry: HdfsEntry }) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  const { name, path } = entry
  const removable = listing.removable_inside.some((folder) => path.startsWith(`${folder}/`))
  // The folders of the lake themselves stay.
  const guarded = listing.removable_inside.includes(path)
  const Icon = entry.is_folder ? IconFolder : IconFile
  const label = (
    <span className={classes.name}>
      <Icon size={16} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
      {name}
    </span>
  )
  return (
    <Table.Tr>
      <Table.Td>
        {entry.is_folder ? (
          <Anchor component="button" type="button" size="sm" onClick={() => onOpen(path)}>
            {label}
          </Anchor>
        ) : (
          label
        )}
      </Table.Td>
      <Table.Td ta="right">{entry.is_folder ? '' : format.bytes(entry.bytes)}</Table.Td>
      <Table.Td>
        {entry.owner}:{entry.group}
      </Table.Td>
      <Table.Td>{entry.permission}</Table.Td>
      <Table.Td>{format.dateTime(entry.modified_at)}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Tooltip label={t(window.cine ? 'files.fetch' : 'files.fetch_to')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('files.fetch_one', { name })}
              disabled={!canFetch}
              onClick={() => onFetch(entry)}
            >
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
          {removable && !guarded && (
            <Tooltip label={t('files.remove')}>
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={t('files.remove_one', { name })}
                onClick={() => onRemove(entry)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
