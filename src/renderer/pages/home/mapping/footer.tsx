import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilmReference, MappingProposal, SourceRole } from '../../../../pipeline/api.ts'
import { engine, useWork } from '../../../bridge/engine.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { choosePaths, useChosenFiles } from '../chosen-files.ts'
import { type Corrections, isId, specToSave } from './state.ts'
import { closeMapping } from './store.ts'

const ROLES: SourceRole[] = ['films', 'reviews', 'ratings', 'money', 'people']
const REFERENCES: FilmReference[] = ['imdb_id', 'rt_id', 'own_id', 'title_year']

interface FooterProps {
  table: MappingProposal
  busy: boolean
  onChange(patch: Partial<Corrections>): void
}

/** What the table is as a whole, what to call it, and remembering it. */
export function Footer({ table, busy, onChange }: FooterProps) {
  const { t } = useTranslation('mapping')
  const [id, setId] = useState(table.spec?.id ?? '')
  const [title, setTitle] = useState(table.spec?.title ?? table.file)
  const { save, saving, error } = useSave(table.path)
  // Before the columns said enough there was no specification to take a name from.
  const name = id || (table.spec?.id ?? '')
  const spec = specToSave(table, { id: name, title })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (spec && !busy) void save(spec, false)
  }
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="flex-start">
        <NativeSelect
          size="sm"
          label={t('role_label')}
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={table.role}
          onChange={({ currentTarget }) => onChange({ role: currentTarget.value as SourceRole })}
        />
        <NativeSelect
          size="sm"
          label={t('film_label')}
          data={[
            ...(table.film === null ? [{ value: '', label: t('film.none') }] : []),
            ...REFERENCES.map((value) => ({ value, label: t(`film.${value}`) })),
          ]}
          value={table.film ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ film: (currentTarget.value || null) as FilmReference | null })
          }
        />
        <TextInput
          size="sm"
          flex={1}
          miw={180}
          maxLength={200}
          label={t('title_label')}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <TextInput
          size="sm"
          w={190}
          label={t('id_label')}
          value={name}
          error={name !== '' && !isId(name) && t('id_wrong')}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        />
      </Group>
      {error && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={error} />
        </div>
      )}
      <Group justify="space-between" mt="md" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {table.keys.length > 0 && t('keys', { keys: table.keys.join(', ') })}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={closeMapping}>
            {t('cancel')}
          </Button>
          {error?.code === 'SOURCE_EXISTS' && spec && (
            <Button variant="light" color="orange" loading={saving} onClick={() => void save(spec, true)}>
              {t('replace')}
            </Button>
          )}
          <Button type="submit" loading={saving} disabled={!spec || busy} data-testid="mapping-save">
            {t('save')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}

/** The file itself, and the others that were not known: they may have the same layout. */
function unknownPaths(path: string): string[] {
  const unknown = useChosenFiles
    .getState()
    .files.filter(({ error }) => error?.code === 'INGEST_UNKNOWN_LAYOUT')
  return [...new Set([path, ...unknown.map((file) => file.path)])]
}

/** Remembers the source; then the file is looked at again, for it is known now. */
function useSave(path: string) {
  const { t } = useTranslation('mapping')
  const { working, error, work } = useWork()
  const save = (spec: Record<string, unknown>, replace: boolean) =>
    work(async () => {
      const { id } = await engine.request('sources.save', { spec, replace })
      notifications.show({ color: 'teal', message: t('saved', { id }) })
      closeMapping()
      await choosePaths(unknownPaths(path))
    })
  return { save, saving: working, error }
}
