import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BalanceLine } from '../../../../pipeline/api.ts'
import classes from '../quality.module.css'
import { useChosen } from '../store.ts'
import { FlowFigure } from './figure.tsx'
import { FlowTable } from './table.tsx'

/** Where every row went: rows in = rows out + rejected + merged. */
export function FlowView({ balance }: { balance: BalanceLine[] }) {
  const { t } = useTranslation('quality')
  const { run } = useChosen()
  return (
    <section className={classes.card} aria-labelledby="quality-flow">
      <Title order={2} id="quality-flow">
        {t('flow.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('flow.rule')}
      </Text>
      <FlowFigure balance={balance} />
      <FlowTable balance={balance} run={run} />
    </section>
  )
}
