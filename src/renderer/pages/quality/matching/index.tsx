import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import { Ambiguous } from './ambiguous.tsx'
import classes from './matching.module.css'

type Matching = QualityReport['matching']

/** How the films of the sources were found to be one, and which pairs could not be told apart. */
export function MatchingView({ matching }: { matching: Matching }) {
  const { t } = useTranslation('quality')
  const total = matching.methods.reduce((sum, { films }) => sum + films, 0)
  return (
    <>
      <section className={quality.card} aria-labelledby="quality-matching">
        <Title order={2} id="quality-matching">
          {t('matching.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('matching.about')}
        </Text>
        <Stacked methods={matching.methods} total={total} />
        <Methods methods={matching.methods} total={total} />
      </section>
      <Ambiguous ambiguous={matching.ambiguous} />
    </>
  )
}

interface MethodsProps {
  methods: Matching['methods']
  total: number
}

/** The shares side by side; the table beneath says them. */
function Stacked({ methods, total }: MethodsProps) {
  if (total === 0) return null
  return (
    <div className={classes.stacked} aria-hidden>
      {methods.map(({ method, films }) => (
        <span key={method} data-method={method} style={{ width: `${(films / total) * 100}%` }} />
      ))}
    </div>
  )
}

function Methods({ methods, total }: MethodsProps) {
  const { t, i18n } = useTranslation('quality')
  const format = useFormat()
  const known = (method: string): method is 'url' => i18n.exists(`quality:matching.method.${method}.name`)
  return (
    <Table fz="sm" verticalSpacing={6} horizontalSpacing="sm" data-testid="matching-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('matching.how')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('matching.films')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('matching.share')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('matching.score')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {methods.map(({ method, films, mean_score }) => (
          <Table.Tr key={method}>
            <Table.Th scope="row" fw={400}>
              <span className={classes.key} data-method={method} aria-hidden />
              <b>{known(method) ? t(`matching.method.${method}.name`) : method}</b>
              {known(method) && (
                <Text span size="sm" c="dimmed">
                  {` — ${t(`matching.method.${method}.about`)}`}
                </Text>
              )}
            </Table.Th>
            <Table.Td ta="right">{format.integer(films)}</Table.Td>
            <Table.Td ta="right">{format.percent(total === 0 ? null : films / total, 1)}</Table.Td>
            <Table.Td ta="right">{format.decimal(mean_score, 2)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
