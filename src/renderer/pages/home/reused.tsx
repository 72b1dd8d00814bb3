import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunResult } from '../../../pipeline/api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useStepTitle } from './use-step-title.ts'

/** What a run that had stopped before had finished, so that it was not done again. */
export function Reused({ reused }: { reused: RunResult['reused'] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const title = useStepTitle()
  if (reused.length === 0) return null
  const what = reused.map(({ step, files }) =>
    files.length === 0
      ? title(step)
      : `${title(step)} (${t('reused_files', { count: files.length, formatted: format.integer(files.length) })})`,
  )
  return (
    <Text size="sm" data-testid="reused">
      {t('reused', { what: what.join(', ') })}
    </Text>
  )
}
