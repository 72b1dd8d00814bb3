import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { setReportOptions, useReportOptions } from '../options.ts'
import { ReportView } from '../report-view.tsx'
import { useReport } from '../use-report.ts'
import { TalentControls } from './controls.tsx'
import { TalentsFigure } from './figure.tsx'
import { TalentPanel } from './talent-panel.tsx'
import { talentsText } from './text.ts'

const TOP = 20

/** Talents: who made the most, by role. */
export function TalentsReport() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { role, minFilms, talent } = useReportOptions()
  const report = useReport('report.talents', { role, min_films: minFilms, top: TOP })
  const talents = report.data?.talents ?? []
  // While another role loads, what is on screen is still of the one before.
  const shownRole = talents[0]?.role ?? role
  const opened = talents.find(({ person_id }) => person_id === talent)
  return (
    <ReportView
      name="talents"
      report={report}
      text={(data) => talentsText({ t, format }, data, shownRole)}
      controls={<TalentControls />}
      chart={(data, { headline, description }) => (
        <TalentsFigure
          talents={data.talents}
          label={headline}
          description={description}
          opened={opened?.person_id ?? null}
          onOpen={(id) => setReportOptions({ talent: id === talent ? null : id })}
        />
      )}
      more={() =>
        opened && (
          <TalentPanel
            talent={opened}
            filters={report.filters}
            onClose={() => setReportOptions({ talent: null })}
          />
        )
      }
    />
  )
}
