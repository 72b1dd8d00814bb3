import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import classes from './value.module.css'
import { type ValueKind, valueText } from './value-text.ts'

export type WriteValue = (kind: ValueKind, value: unknown) => ReactNode

/** A value as the language writes it; what is unknown is a quiet dash. */
export function Value({ kind, value }: { kind: ValueKind; value: unknown }) {
  return useWriteValue()(kind, value)
}

/** The same for the hundreds of cells of a table, which need not ask for the language each. */
export function useWriteValue(): WriteValue {
  const format = useFormat()
  const unknown = useUnknown()
  return useMemo(
    () => (kind, value) => {
      const text = valueText(kind, value, format)
      return text === null ? unknown : <span title={kind === 'list' ? text : undefined}>{text}</span>
    },
    [format, unknown],
  )
}

export function Unknown() {
  return useUnknown()
}

function useUnknown(): ReactNode {
  const { t } = useTranslation('explorer')
  return useMemo(
    () => (
      <span className={classes.unknown}>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{t('unknown')}</span>
      </span>
    ),
    [t],
  )
}
