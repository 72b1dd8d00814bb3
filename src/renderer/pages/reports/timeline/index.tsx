import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { NotDrawn } from '../not-drawn.tsx'
import { setReportOptions, useReportOptions } from '../options.ts'
import { ReportView } from '../report-view.tsx'
import { useReport } from '../use-report.ts'
import { TimelineFigure } from './figure.tsx'
import { timelineText } from './text.ts'

/** Chronologie. */
export function TimelineReport() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const by = useReportOptions((options) => options.by)
  const report = useReport('report.timeline', { by })
  return (
    <ReportView
      name="timeline"
      report={report}
      text={(data) => timelineText({ t, format }, data)}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.by')}
          value={by}
          onChange={(value) => setReportOptions({ by: value === 'decade' ? 'decade' : 'year' })}
          data={[
            { value: 'year', label: t('timeline.by_year') },
            { value: 'decade', label: t('timeline.by_decade') },
          ]}
          data-testid="timeline-by"
        />
      }
      chart={(data, { headline, description, isEmpty }) =>
        isEmpty ? (
          <NotDrawn report="timeline" />
        ) : (
          <TimelineFigure report={data} label={headline} description={description} />
        )
      }
    />
  )
}
