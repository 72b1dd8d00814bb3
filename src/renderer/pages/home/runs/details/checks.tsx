import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../../../../pipeline/api.ts'
import { useSourceName } from '../../../../components/use-source-name.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { byLevel, checkTitle, checkValue } from '../../../quality/checks/check-text.ts'

/** What the checks of its result found, when they found something. */
export function Checks({ detail }: { detail: RunDetail }) {
  const { t } = useTranslation('home')
  const { t: quality } = useTranslation('quality')
  const format = useFormat()
  const sourceName = useSourceName()
  const { error, warning } = byLevel(detail.checks)
  const found = [...error, ...warning]
  if (found.length === 0) return null
  const words = { t: quality, format, sourceName }
  return (
    <Alert
      color={error.length > 0 ? 'red' : 'orange'}
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={t(error.length > 0 ? 'runs.checks_failed' : 'runs.checks_warned')}
    >
      {found.map((check) => (
        <Text size="sm" key={`${check.code} ${check.table} ${check.column}`}>
          {checkTitle(check, words)} <b>{checkValue(check, words)}</b>
        </Text>
      ))}
    </Alert>
  )
}
