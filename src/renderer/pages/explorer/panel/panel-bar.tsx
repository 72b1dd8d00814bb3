import { ActionIcon, CloseButton, CopyButton, Group, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOpen } from '../use-open.ts'

/** What kind of thing is open, its address to share, and the way out. */
export function PanelBar({ label, withAddress = false }: { label: string; withAddress?: boolean }) {
  const { t } = useTranslation('explorer')
  const { close } = useOpen()
  return (
    <Group
      h={46}
      px={16}
      pr={10}
      gap={4}
      wrap="nowrap"
      style={{ borderBottom: '1px solid var(--border-soft)' }}
    >
      <Text size="xs" fw={600} c="dimmed" flex={1} truncate>
        {label}
      </Text>
      {withAddress && <CopyAddress />}
      <Tooltip label={t('panel.close')}>
        <CloseButton
          size={30}
          iconSize={17}
          aria-label={t('panel.close')}
          onClick={close}
          data-testid="panel-close"
        />
      </Tooltip>
    </Group>
  )
}

function CopyAddress() {
  const { t } = useTranslation('explorer')
  return (
    <CopyButton value={window.location.href} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('panel.copied') : t('panel.copy_address')}>
          <ActionIcon
            variant="subtle"
            color={copied ? 'teal' : 'gray'}
            size={30}
            aria-label={t('panel.copy_address')}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} /> : <IconLink size={16} stroke={1.7} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  )
}
