import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { toEngineError } from '../../bridge/engine.ts'
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
  const [working, setWorking] = useState(false)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const goOn = async () => {
    setWorking(true)
    setError(null)
    try {
      await question.work()
      onClose()
    } catch (thrown) {
      const { code, message, hint, details } = toEngineError(thrown)
      setError({ code, message, hint, details })
      setWorking(false)
    }
  }
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
