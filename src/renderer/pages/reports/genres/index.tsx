import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { NotDrawn } from '../not-drawn.tsx'
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
      chart={(data, { headline, description, isEmpty }) =>
        isEmpty ? (
          <NotDrawn report="genres" />
        ) : (
          <GenresFigure report={data} label={headline} description={description} />
        )
      }
    />
  )
}
