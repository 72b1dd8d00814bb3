import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import classes from './value.module.css'
import { type ValueKind, valueText } from './value-text.ts'

/** A value as the language writes it; what is unknown is a quiet dash. */
export function Value({ kind, value }: { kind: ValueKind; value: unknown }) {
  const format = useFormat()
  const text = valueText(kind, value, format)
  return text === null ? <Unknown /> : <span title={kind === 'list' ? text : undefined}>{text}</span>
}

export function Unknown() {
  const { t } = useTranslation('explorer')
  return (
    <span className={classes.unknown}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('unknown')}</span>
    </span>
  )
}
