import { Alert, Button, Group, Table, Text, Title } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../../pipeline/api.ts'
import { isRunning, runPipeline, useJob } from '../../../app/job-store.ts'
import { navigate } from '../../../app/router.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import { useChosen } from '../store.ts'
import { Pair } from './pair.tsx'

/** Pairs that fit equally well, to be settled by hand: what is decided is a contribution. */
export function Ambiguous({ ambiguous }: { ambiguous: QualityReport['matching']['ambiguous'] }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const isCurrent = useChosen().run === null
  const { total, settled, rows } = ambiguous
  return (
    <section className={quality.card} aria-labelledby="quality-ambiguous" data-testid="ambiguous">
      <Title order={2} id="quality-ambiguous">
        {t('ambiguous.title')}
      </Title>
      <Text size="sm" c="dimmed" mb={total > 0 ? 8 : 0}>
        {total === 0
          ? t('ambiguous.none')
          : t('ambiguous.about', { count: total, formatted: format.integer(total) })}
        {total > rows.length && ` ${t('ambiguous.first', { n: format.integer(rows.length) })}`}
        {total > 0 && ` ${t(isCurrent ? 'ambiguous.settle' : 'ambiguous.past')}`}
      </Text>
      {isCurrent && settled > 0 && <Waiting settled={settled} />}
      {rows.length > 0 && (
        <div className={quality.scroll}>
          <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('ambiguous.film')}</Table.Th>
                <Table.Th scope="col">{t('ambiguous.candidate')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('ambiguous.score')}
                </Table.Th>
                <Table.Th scope="col">{t('ambiguous.why')}</Table.Th>
                <Table.Th scope="col">{t('ambiguous.decision')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((pair) => (
                <Pair
                  key={`${pair.source} ${pair.film} ${pair.candidate}`}
                  pair={pair}
                  canSettle={isCurrent}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  )
}

/** What was decided changes nothing until the pipeline runs. */
function Waiting({ settled }: { settled: number }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const running = useJob(isRunning)
  const apply = () => {
    navigate({ page: 'home' })
    void runPipeline({})
  }
  return (
    <Alert variant="light" p="xs" mb="sm" data-testid="decisions-wait">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('ambiguous.waiting', { count: settled, formatted: format.integer(settled) })}
        </Text>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          disabled={running}
          onClick={apply}
          data-testid="decisions-apply"
        >
          {t('ambiguous.apply')}
        </Button>
      </Group>
    </Alert>
  )
}
