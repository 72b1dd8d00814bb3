import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TableDiff } from '../../../../../pipeline/api.ts'
import { keyText, valueText } from '../../../../components/value-text.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './comparison.module.css'

/** Which columns of a table changed, and some of the rows. */
export function TableChanges({ diff }: { diff: TableDiff }) {
  return (
    <>
      <Schema schema={diff.schema} />
      <Columns diff={diff} />
      <Keys kind="added" total={diff.added} keys={diff.samples.added} />
      <Keys kind="removed" total={diff.removed} keys={diff.samples.removed} />
      <Rows diff={diff} />
    </>
  )
}

function Schema({ schema }: { schema: TableDiff['schema'] }) {
  const { t } = useTranslation('home')
  return schema.map(({ column, type_a, type_b }) => (
    <Text size="sm" key={column}>
      <code>{column}</code> : {type_a ?? t('diff.no_column')} → {type_b ?? t('diff.no_column')}
    </Text>
  ))
}

/** How many rows changed in each column, the most first. */
function Columns({ diff: { columns } }: { diff: TableDiff }) {
  const format = useFormat()
  const most = Math.max(1, ...columns.map(({ changed }) => changed))
  if (columns.length === 0) return null
  return (
    <ul className={classes.columns}>
      {[...columns]
        .sort((one, other) => other.changed - one.changed)
        .map(({ column, changed }) => (
          <li key={column}>
            <code>{column}</code>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${(changed / most) * 100}%` }} />
            </span>
            <span>{format.integer(changed)}</span>
          </li>
        ))}
    </ul>
  )
}

interface KeysProps {
  kind: 'added' | 'removed'
  total: number
  keys: Record<string, unknown>[]
}

function Keys({ kind, total, keys }: KeysProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  if (keys.length === 0) return null
  return (
    <details className={classes.samples}>
      <summary>{t(`diff.some_${kind}`, { shown: keys.length, total: format.integer(total) })}</summary>
      <ul>
        {keys.map((key) => (
          <li key={keyText(key)}>
            <code>{keyText(key)}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Rows({ diff: { changed, samples } }: { diff: TableDiff }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  if (samples.changed.length === 0) return null
  return (
    <details className={classes.samples}>
      <summary>
        {t('diff.some_changed', { shown: samples.changed.length, total: format.integer(changed) })}
      </summary>
      <ul>
        {samples.changed.map(({ key, values }) => (
          <li key={keyText(key)}>
            <code>{keyText(key)}</code>
            {values.map(({ column, a, b }) => (
              <div key={column} className={classes.value}>
                {column} : <s>{valueText(a)}</s> → <b>{valueText(b)}</b>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
