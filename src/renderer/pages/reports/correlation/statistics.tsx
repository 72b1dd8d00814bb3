import { useTranslation } from 'react-i18next'
import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Facts } from '../facts.tsx'

/** r, R², slope and n, to the digits that a reader may quote. */
export function Statistics({ report }: { report: CorrelationReport }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { n, pearson_r, r2, slope } = report
  return (
    <Facts
      facts={[
        { id: 'r', name: t('correlation.facts.r'), value: format.decimal(pearson_r, 3) },
        { id: 'r2', name: t('correlation.facts.r2'), value: format.decimal(r2, 3) },
        {
          id: 'slope',
          name: t('correlation.facts.slope'),
          value: format.decimal(slope, 2),
          unit: t('correlation.facts.slope_unit'),
        },
        { id: 'n', name: t('correlation.facts.n'), value: format.integer(n) },
      ]}
    />
  )
}
