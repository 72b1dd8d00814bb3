import { ActionIcon, Button, Group, Loader, Text, TextInput, Title } from '@mantine/core'
import { IconFiles, IconFolder, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDropping } from '../../app/file-drop.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { ChosenFile } from './chosen-file.tsx'
import { choosePaths, clearFiles, removeFile, useChosenFiles } from './chosen-files.ts'
import classes from './files.module.css'
import home from './home.module.css'
import { MappingWindow } from './mapping/index.tsx'

/** What the next run lands: dropped, chosen in a dialog, or named by their path. */
export function Files() {
  const { t } = useTranslation('home')
  const { files, folder, reading, error } = useChosenFiles()
  const { dropping } = useDropping()
  const something = files.length > 0 || folder !== null
  return (
    <section className={home.card} aria-labelledby="home-files">
      <Group justify="space-between">
        <Title order={2} id="home-files">
          {t('files.title')}
        </Title>
        {something && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clearFiles}>
            {t('files.clear')}
          </Button>
        )}
      </Group>
      <div className={classes.drop} data-dropping={dropping || undefined}>
        <Text fw={560} size="sm">
          {dropping ? t('files.drop_anywhere') : t(window.cine ? 'files.drop' : 'files.drop_browser')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('files.formats')}
        </Text>
        {window.cine ? <Dialogs /> : <PathField />}
      </div>
      {reading > 0 && (
        <Group gap="xs" role="status">
          <Loader size={14} />
          <Text size="sm" c="dimmed">
            {t('files.reading')}
          </Text>
        </Group>
      )}
      {error && <ErrorState error={error} />}
      {something && (
        <ul className={classes.list}>
          {folder !== null && <Folder path={folder} />}
          {files.map((file) => (
            <ChosenFile key={`${file.path} ${file.file}`} file={file} />
          ))}
        </ul>
      )}
      <MappingWindow />
    </section>
  )
}

/** The desktop's own dialogs. */
function Dialogs() {
  const { t } = useTranslation('home')
  const pickFiles = async () => choosePaths((await window.cine?.pickFiles()) ?? [])
  const pickFolder = async () => {
    const folder = await window.cine?.pickFolder()
    if (folder) await choosePaths([folder])
  }
  return (
    <Group gap="xs" mt={6}>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconFiles size={15} aria-hidden />}
        onClick={() => void pickFiles()}
      >
        {t('files.choose_files')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconFolder size={15} aria-hidden />}
        onClick={() => void pickFolder()}
      >
        {t('files.choose_folder')}
      </Button>
    </Group>
  )
}

/** A browser does not tell where a file lies: its path is written. */
function PathField() {
  const { t } = useTranslation('home')
  const [path, setPath] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    void choosePaths([path.trim()].filter(Boolean))
    setPath('')
  }
  return (
    <form onSubmit={add} className={classes.path}>
      <TextInput
        flex={1}
        size="sm"
        aria-label={t('files.path')}
        placeholder={t('files.path_example')}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        data-testid="file-path"
      />
      <Button type="submit" size="sm" variant="default" disabled={path.trim() === ''}>
        {t('files.add')}
      </Button>
    </form>
  )
}

function Folder({ path }: { path: string }) {
  const { t } = useTranslation('home')
  return (
    <li className={classes.file}>
      <Group wrap="nowrap" gap="sm">
        <IconFolder size={17} aria-hidden />
        <div className={classes.names}>
          <Text size="sm" fw={560} truncate>
            {path}
          </Text>
          <Text size="xs" c="dimmed">
            {t('files.folder')}
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('files.remove', { file: path })}
          onClick={() => removeFile(path)}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
    </li>
  )
}
