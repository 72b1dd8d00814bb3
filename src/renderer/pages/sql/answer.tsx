import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { AnswerChart } from './answer-chart.tsx'
import { AnswerTable } from './answer-table.tsx'
import { toCsv } from './csv.ts'
import { OtherQuery } from './other-query.tsx'
import classes from './sql.module.css'
import { type SqlAnswer, useConsole } from './store.ts'

/** What a query gave, as a table or as a chart. */
export function Answer({ answer, stale }: { answer: SqlAnswer; stale: boolean }) {
  const { t } = useTranslation('sql')
  const format = useFormat()
  const [view, setView] = useState<'table' | 'chart'>('table')
  const n = answer.rows.length
  const isOther = useConsole(({ sql }) => sql.trim() !== answer.sql.trim())
  return (
    <section
      className={classes.answer}
      data-stale={stale || undefined}
      data-other={isOther || undefined}
      data-testid="sql-answer"
    >
      <Group gap="md">
        <Title order={2} size="h4">
          {t('result')}
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {t('rows', { count: n, formatted: format.integer(n) })} ·{' '}
          {format.seconds(answer.milliseconds / 1000)}
          {answer.truncated && ` · ${t('truncated', { n: format.integer(n) })}`}
        </Text>
        <Group gap="xs" ml="auto">
          <SegmentedControl
            size="xs"
            value={view}
            onChange={(value) => setView(value as 'table' | 'chart')}
            aria-label={t('result')}
            data={[
              { value: 'table', label: t('as_table') },
              { value: 'chart', label: t('as_chart') },
            ]}
          />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={n === 0}
            onClick={() => download(toCsv(answer))}
            title={isOther ? t('export_of', { sql: answer.sql }) : undefined}
          >
            {t(isOther ? 'export_other' : 'export_csv')}
          </Button>
        </Group>
      </Group>
      {isOther && <OtherQuery sql={answer.sql} />}
      {n === 0 ? (
        <Text size="sm" c="dimmed" py="lg">
          {t('empty')}
        </Text>
      ) : view === 'table' ? (
        <AnswerTable answer={answer} />
      ) : (
        <AnswerChart answer={answer} />
      )}
    </section>
  )
}

function download(csv: string): void {
  // The mark lets spreadsheets know that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'cine-sql.csv'
  link.click()
  URL.revokeObjectURL(url)
}
