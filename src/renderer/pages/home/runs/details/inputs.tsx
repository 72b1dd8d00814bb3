import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../../pipeline/api.ts'
import { useSourceName } from '../../../../components/use-source-name.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './details.module.css'

/** The landed files that it read. */
export function Inputs({ inputs }: { inputs: RunSummary['inputs'] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sourceName = useSourceName()
  return (
    <ul className={classes.list}>
      {inputs.map(({ source, path, rows, sha256 }) => (
        <li key={path} className={classes.line} title={`SHA-256 ${sha256}`}>
          <Text span size="sm" className={classes.grow}>
            {path}
          </Text>
          <Text span size="sm" className={classes.aside}>
            {sourceName(source)} · {t('rows', { count: rows, formatted: format.integer(rows) })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
