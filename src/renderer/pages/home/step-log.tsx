import { ActionIcon, Group, Switch, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepState } from '../../../pipeline/api.ts'
import type { LogLine } from '../../app/job-store.ts'
import { LogText } from '../../components/log-text.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './step-log.module.css'
import type { ShownStep } from './steps.tsx'
import { useStepMessage } from './use-step-message.ts'

export const STEP_LOG = 'step-log'

interface StepLogProps {
  step: ShownStep
  lines: readonly LogLine[]
  onClose(): void
}

/** What a step said along the way; what only a search for faults needs is shown once it is asked for. */
export function StepLog({ step, lines, onClose }: StepLogProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const inWords = useInWords()
  const [all, setAll] = useState(false)
  const details = lines.filter(({ level }) => level === 'debug').length
  const shown = all ? lines : lines.filter(({ level }) => level !== 'debug')
  const title = t('step_log.of', { step: t(`steps.${step}.title`) })
  return (
    <section id={STEP_LOG} className={classes.panel} aria-label={title} data-testid={STEP_LOG}>
      <Group wrap="nowrap" gap="md" mb={6}>
        <Text fw={600} size="sm" flex={1}>
          {title}
        </Text>
        {details > 0 && (
          <Switch
            size="xs"
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
            label={t('step_log.details', { count: details, formatted: format.integer(details) })}
          />
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          onClick={onClose}
          aria-label={t('step_log.close')}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </Group>
      <LogText lines={shown.map(inWords)} label={title} />
    </section>
  )
}

function useInWords(): (line: LogLine) => string {
  const { t } = useTranslation('home')
  const words = useStepMessage()
  return ({ at, kind, level, message }) => {
    const said =
      kind === 'state' ? t(`state.${message as StepState}`) : kind === 'progress' ? words(message) : message
    const mark = level === 'warn' || level === 'error' ? `${t(`step_log.${level}`)} ` : ''
    return `${new Date(at).toTimeString().slice(0, 8)}  ${mark}${said}`
  }
}
