import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../../../pipeline/api.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { useStepMessage } from '../../use-step-message.ts'
import { useStepTitle } from '../../use-step-title.ts'
import classes from './details.module.css'

export function Steps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const title = useStepTitle()
  const words = useStepMessage()
  return (
    <ol className={classes.list}>
      {steps.map(({ key, state, rows, seconds, message }) => (
        <li key={key} className={classes.line}>
          <Text span size="sm" fw={550} className={classes.grow}>
            {title(key)}
          </Text>
          <Text span size="sm" className={classes.aside}>
            {[
              t(`state.${state}`),
              ...(rows === null ? [] : [t('rows', { count: rows, formatted: format.integer(rows) })]),
              ...(seconds === null ? [] : [format.seconds(seconds)]),
            ].join(' · ')}
          </Text>
          {message && (
            <Text size="xs" c="dimmed" className={classes.whole}>
              {words(message)}
            </Text>
          )}
        </li>
      ))}
    </ol>
  )
}
