import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunFile } from '../../../../../pipeline/api.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './details.module.css'

/** The files of its tables, and whether they are as they were published. */
export function Files({ files }: { files: RunFile[] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <ul className={classes.list}>
      {files.map(({ path, table, rows, bytes, sha256, state, problem }) => (
        <li key={path} className={classes.line} title={`${path}\nSHA-256 ${sha256}`}>
          <Text span size="sm" className={classes.grow}>
            {t(`outcome.${table}`)}
          </Text>
          <Text span size="sm" className={classes.aside}>
            {t('rows', { count: rows, formatted: format.integer(rows) })} · {format.bytes(bytes)}
          </Text>
          <Text span size="sm" className={classes.state} data-damaged={problem !== null || undefined}>
            {t(`file_state.${state}`)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
