import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { ReportView } from '../report-view.tsx'
import { useReport } from '../use-report.ts'
import { GenresFigure } from './figure.tsx'
import { genresText } from './text.ts'

/** Genres et durées. */
export function GenresReport() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const report = useReport('report.genres', { chart: true })
  return (
    <ReportView
      name="genres"
      report={report}
      text={(data) => genresText({ t, format }, data)}
      chart={(data, { headline, description }) => (
        <GenresFigure report={data} label={headline} description={description} />
      )}
    />
  )
}
