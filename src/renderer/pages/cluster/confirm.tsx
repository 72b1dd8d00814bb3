import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWork } from '../../bridge/engine.ts'
import { ErrorState } from '../../components/error-state.tsx'

export interface Question {
  title: string
  text: ReactNode
  /** What the button says, such as « Supprimer ». */
  verb: string
  /** The window closes once it has done; what it throws is shown there. */
  work(): Promise<void>
}

/** Asks before something that cannot be undone. */
export function Confirm({ question, onClose }: { question: Question | null; onClose(): void }) {
  const { t } = useTranslation('cluster')
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      title={question?.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      {question && <Asked question={question} onClose={onClose} />}
    </Modal>
  )
}

function Asked({ question, onClose }: { question: Question; onClose(): void }) {
  const { t } = useTranslation('cluster')
  const { working, error, work } = useWork()
  const goOn = () => work(() => question.work().then(onClose))
  return (
    <Stack gap="sm">
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {question.text}
      </Text>
      {error && <ErrorState error={error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('no')}
        </Button>
        <Button color="red.9" loading={working} onClick={() => void goOn()} data-testid="confirm">
          {question.verb}
        </Button>
      </Group>
    </Stack>
  )
}
