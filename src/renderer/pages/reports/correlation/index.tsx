import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { ReportView } from '../report-view.tsx'
import { useReport } from '../use-report.ts'
import { CorrelationFigure } from './figure.tsx'
import { OutlierLists } from './outlier-lists.tsx'
import { Statistics } from './statistics.tsx'
import { correlationText } from './text.ts'

/** Critiques et public. */
export function CorrelationReport() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const report = useReport('report.correlation', { chart: true })
  return (
    <ReportView
      name="correlation"
      report={report}
      text={(data) => correlationText({ t, format }, data)}
      controls={report.data && report.data.n > 0 && <Statistics report={report.data} />}
      chart={(data, { headline, description }) => (
        <CorrelationFigure report={data} label={headline} description={description} />
      )}
      more={(data) => <OutlierLists report={data} />}
    />
  )
}
