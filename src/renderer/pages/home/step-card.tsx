import { Button, Loader, Progress, Text, UnstyledButton } from '@mantine/core'
import { IconCheck, IconEqual, IconListDetails, IconPlayerTrackNext, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../pipeline/api.ts'
import { useFormat } from '../../i18n/format.ts'
import { STEP_LOG } from './step-log.tsx'
import classes from './steps.module.css'
import type { ShownStep } from './steps.tsx'
import { useStepMessage } from './use-step-message.ts'

type State = Step['state'] | 'idle'

interface StepCardProps {
  name: ShownStep
  number: number
  step: Step | null
  /** Goes on from here when the step failed; null when it cannot be. */
  onResume: (() => void) | null
  isLogOpen: boolean
  /** Opens or closes what it said; null when it has said nothing. */
  onLog: (() => void) | null
}

/** One step: what it does while nothing runs, else how it is going or how it went. */
export function StepCard({ name, number, step, onResume, isLogOpen, onLog }: StepCardProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const words = useStepMessage()
  const state: State = step?.state ?? 'idle'
  const told = step !== null && state !== 'waiting'
  return (
    <li className={classes.step} data-state={state} data-testid={`step-${name}`}>
      <div className={classes.head}>
        <Mark state={state} number={number} />
        <Text fw={620} size="md" flex={1}>
          {t(`steps.${name}.title`)}
        </Text>
        {state !== 'idle' && (
          <Text size="xs" c="dimmed">
            {t(`state.${state}`)}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {told && step.message ? words(step.message) : t(`steps.${name}.about`)}
      </Text>
      {told && (
        <div className={classes.facts}>
          <span>
            {step.rows === null ? '' : t('rows', { count: step.rows, formatted: format.integer(step.rows) })}
          </span>
          <Text span inherit c="dimmed">
            {step.seconds === null ? '' : format.seconds(step.seconds)}
          </Text>
        </div>
      )}
      {onLog && (
        <UnstyledButton
          className={classes.log}
          onClick={onLog}
          aria-expanded={isLogOpen}
          aria-controls={isLogOpen ? STEP_LOG : undefined}
          aria-label={t('step_log.of', { step: t(`steps.${name}.title`) })}
          data-testid={`log-${name}`}
        >
          <IconListDetails size={13} aria-hidden />
          {t('log')}
        </UnstyledButton>
      )}
      {state === 'failed' && onResume && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlayerTrackNext size={14} aria-hidden />}
          onClick={onResume}
          data-testid="resume-step"
        >
          {t('resume')}
        </Button>
      )}
      {state === 'running' && (
        <Progress.Root size={4}>
          <Progress.Section
            value={(step?.progress ?? 1) * 100}
            striped={step?.progress === null}
            animated={step?.progress === null}
            aria-label={t(`steps.${name}.title`)}
          />
        </Progress.Root>
      )}
    </li>
  )
}

function Mark({ state, number }: { state: State; number: number }) {
  return (
    <span className={classes.number} data-state={state} aria-hidden>
      <MarkContent state={state} number={number} />
    </span>
  )
}

function MarkContent({ state, number }: { state: State; number: number }) {
  if (state === 'running') return <Loader size={12} />
  if (state === 'done') return <IconCheck size={14} stroke={2.4} />
  if (state === 'unchanged') return <IconEqual size={14} stroke={2.4} />
  if (state === 'failed' || state === 'cancelled') return <IconX size={14} stroke={2.4} />
  return number
}
