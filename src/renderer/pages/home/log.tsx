import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../app/job-store.ts'
import classes from './log.module.css'

/** What the engine said beside the steps, for who wants to know; closed until asked for. */
export function Log({ lines }: { lines: readonly LogLine[] }) {
  const { t } = useTranslation('home')
  if (lines.length === 0) return null
  return (
    <details className={classes.log}>
      <summary>{t('log')}</summary>
      <div className={classes.lines}>
        {lines.map(({ at, level, message }) => (
          <Text key={`${at} ${message}`} size="xs" ff="monospace">
            {at.slice(11, 19)} {level} {message}
          </Text>
        ))}
      </div>
    </details>
  )
}
