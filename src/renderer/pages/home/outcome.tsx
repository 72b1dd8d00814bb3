import { Anchor, Button, Group, Table, Text, Title } from '@mantine/core'
import { IconChartDots3, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../pipeline/api.ts'
import { addressOf } from '../../app/router.ts'
import { useSourceName } from '../../components/use-source-name.ts'
import { useFormat } from '../../i18n/format.ts'
import home from './home.module.css'
import classes from './outcome.module.css'

const TABLES = ['films', 'reviews', 'people', 'rejects'] as const

/** What is published: how much of it, and where every row went. */
export function Outcome({ run }: { run: RunSummary }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <section className={home.card} aria-labelledby="home-outcome" data-testid="outcome">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} id="home-outcome">
          {t('outcome.title')}
        </Title>
        <Text size="xs" c="dimmed" truncate>
          {format.dateTime(run.published_at)} · {format.seconds(run.seconds)}
        </Text>
      </Group>
      {run.n_rows !== null && (
        <Text size="sm" c="orange">
          {t('outcome.partial', { n: format.integer(run.n_rows) })}
        </Text>
      )}
      <dl className={classes.figures}>
        {TABLES.map((table) => (
          <div key={table} className={classes.figure}>
            <dt>{t(`outcome.${table}`)}</dt>
            <dd>{format.integer(run.tables[table].rows)}</dd>
          </div>
        ))}
      </dl>
      <Balance run={run} />
      <Group gap="xs">
        <Button
          component="a"
          href={addressOf({ page: 'explorer' })}
          size="compact-md"
          variant="light"
          leftSection={<IconTable size={15} aria-hidden />}
        >
          {t('outcome.explore')}
        </Button>
        <Button
          component="a"
          href={addressOf({ page: 'reports' })}
          size="compact-md"
          variant="light"
          leftSection={<IconChartDots3 size={15} aria-hidden />}
        >
          {t('outcome.reports')}
        </Button>
        <Anchor component="span" size="xs" c="dimmed" ml="auto" underline="never" title={t('outcome.run_id')}>
          {run.run_id}
        </Anchor>
      </Group>
    </section>
  )
}

function Balance({ run }: { run: RunSummary }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sourceName = useSourceName()
  const columns = ['rows_in', 'rows_out', 'rejected', 'merged'] as const
  return (
    <div className={classes.balance}>
      <Table fz="xs" verticalSpacing={4} horizontalSpacing={8}>
        <Table.Caption>{t('outcome.balance_rule')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outcome.source')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} ta="right">
                {t(`outcome.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {run.balance.map((line) => (
            <Table.Tr key={line.source}>
              <Table.Td>{sourceName(line.source)}</Table.Td>
              {columns.map((column) => (
                <Table.Td key={column} ta="right">
                  {format.integer(line[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
