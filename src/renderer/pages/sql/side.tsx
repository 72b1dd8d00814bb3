import { Button, Group, Text, Title, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './sql.module.css'
import { clearHistory, setSql, useConsole } from './store.ts'

/** What can be asked, and what was. */
export function Side() {
  const { t } = useTranslation('sql')
  const format = useFormat()
  const { history } = useConsole()
  const { data, error, refetch } = useEngineQuery('sql.schema', {})
  return (
    <aside className={classes.side}>
      <Title order={2} size="h4">
        {t('tables')}
      </Title>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.tables.map(({ name, rows, columns }) => (
        <details key={name} className={classes.table}>
          <summary>
            <Text span size="sm" fw={600}>
              {name}
            </Text>
            {rows !== null && (
              <Text span size="xs" c="dimmed">
                {t('rows', { count: rows, formatted: format.integer(rows) })}
              </Text>
            )}
          </summary>
          <ul>
            {columns.map((column) => (
              <li key={column.name}>
                <Text span size="xs" ff="monospace">
                  {column.name}
                </Text>
                <Text span size="xs" c="dimmed">
                  {column.type.toLowerCase()}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <Group justify="space-between" mt="md">
        <Title order={2} size="h4">
          {t('history')}
        </Title>
        {history.length > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={clearHistory}>
            {t('clear_history')}
          </Button>
        )}
      </Group>
      {history.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('history_empty')}
        </Text>
      )}
      {history.map((sql) => (
        <UnstyledButton key={sql} className={classes.past} onClick={() => setSql(sql)} title={sql}>
          {sql}
        </UnstyledButton>
      ))}
    </aside>
  )
}
