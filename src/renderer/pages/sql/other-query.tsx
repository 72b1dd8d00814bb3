import { Button, Code, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './sql.module.css'
import { setSql } from './store.ts'

/** Above a result of another query than the one in the editor: which one, and how to have it back. */
export function OtherQuery({ sql }: { sql: string }) {
  const { t } = useTranslation('sql')
  return (
    <Group gap="xs" wrap="nowrap" data-testid="sql-other-query">
      <Text size="sm" className={classes.nowrap}>
        {t('answers')}
      </Text>
      <Code className={classes.query} title={sql}>
        {sql.replace(/\s+/g, ' ')}
      </Code>
      <Button size="compact-xs" variant="subtle" onClick={() => setSql(sql)} className={classes.nowrap}>
        {t('take_back')}
      </Button>
    </Group>
  )
}
