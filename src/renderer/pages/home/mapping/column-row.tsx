import { NativeSelect, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnProposal } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './mapping.module.css'
import { unitsOf } from './meanings.ts'
import { sureness } from './state.ts'
import { useMeaningChoices, useWords } from './use-words.ts'

interface ColumnRowProps {
  column: ColumnProposal
  findable: boolean
  onChange(meaning: { means: string; unit: string } | null): void
}

export function ColumnRow({ column, findable, onChange }: ColumnRowProps) {
  const { t } = useTranslation('mapping')
  const words = useWords()
  const choices = useMeaningChoices(column)
  const { means, unit, samples } = column
  const name = column.column.trim() || t('nameless', { n: column.index + 1 })
  const units = unitsOf(means)
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={450} className={classes.name}>
        <div>{name}</div>
        <Text size="xs" c="dimmed" truncate title={samples.join('\n')}>
          {samples.length === 0 ? t('empty') : samples.join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('means_of', { column: name })}
          disabled={!findable}
          data={choices}
          value={means ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === '' ? null : { means: value, unit: unitsOf(value)[0] ?? 'text' })
          }
        />
      </Table.Td>
      <Table.Td>
        {means !== null && units.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('written_of', { column: name })}
            data={units.map((value) => ({ value, label: words.unit(means, value) }))}
            value={unit ?? units[0]}
            onChange={({ currentTarget: { value } }) => onChange({ means, unit: value })}
          />
        )}
      </Table.Td>
      <Table.Td>{findable ? <Sureness column={column} /> : t('not_findable')}</Table.Td>
    </Table.Tr>
  )
}

function Sureness({ column }: { column: ColumnProposal }) {
  const { t } = useTranslation('mapping')
  const format = useFormat()
  const level = sureness(column)
  if (level === null)
    return (
      <Text size="xs" c="dimmed">
        {t('left_aside')}
      </Text>
    )
  if (level === 'said') return <Text size="xs">{t('said')}</Text>
  return (
    <div className={classes.sure} data-level={level} title={column.by ? t(`by.${column.by}`) : undefined}>
      <span className={classes.track} aria-hidden>
        <span style={{ width: `${column.confidence * 100}%` }} />
      </span>
      <span>
        {format.percent(column.confidence)}
        {level === 'unsure' && ` · ${t('check_it')}`}
      </span>
    </div>
  )
}
