import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './about-dialog.module.css'
import { saveDiagnostics } from './diagnostics.ts'
import { closeDialog, useDialog } from './dialogs.ts'
import icon from './icon.svg'
import { useVersions } from './versions.ts'

/** À propos: what this is, which versions of what, and the file for a report of a fault. */
export function AboutDialog() {
  const { t } = useTranslation()
  const opened = useDialog(({ open }) => open === 'about')
  const versions = useVersions()
  return (
    <Modal opened={opened} onClose={closeDialog} size={520} title={t('about.title')}>
      <Stack gap="md" data-testid="about-dialog">
        <Group gap="sm" wrap="nowrap">
          <img src={icon} alt="" width={40} height={40} />
          <div>
            <Text fw={620}>{t('product')}</Text>
            <Text size="sm" c="dimmed">
              {t('about.what')}
            </Text>
          </div>
        </Group>
        <dl className={classes.facts}>
          {versions.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <DiagnosticsButton />
      </Stack>
    </Modal>
  )
}

export function DiagnosticsButton() {
  const { t } = useTranslation()
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconFileDescription size={16} aria-hidden />}
        onClick={() => void saveDiagnostics()}
        data-testid="save-diagnostics"
      >
        {t('about.diagnostics')}
      </Button>
      <Text size="xs" c="dimmed" mt={6}>
        {t('about.diagnostics_about')}
      </Text>
    </div>
  )
}
