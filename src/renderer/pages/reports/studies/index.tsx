import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLake } from '../../../app/use-lake.ts'
import { fileName } from '../../../charts/export/file-name.ts'
import { useActiveFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { CorrelationFigure } from '../correlation/figure.tsx'
import { printAsPdf } from '../print.ts'
import { PrintColours } from '../print-colours.tsx'
import { TalentsFigure } from '../talents/figure.tsx'
import { useReport } from '../use-report.ts'
import { agreementText } from './agreement.ts'
import { byMinute, directorsText, LEAST_FILMS, LOOKED_AT, SHOWN } from './directors.ts'
import { driftText } from './drift.ts'
import { DriftFigure } from './drift-figure.tsx'
import classes from './studies.module.css'
import { Study } from './study.tsx'

/** Études: three readings of the published run, written by its figures. */
export function Studies() {
  const { t } = useTranslation('reports')
  const words = { t, format: useFormat() }
  const correlation = useReport('report.correlation', { chart: true })
  const timeline = useReport('report.timeline', { by: 'decade' })
  const talents = useReport('report.talents', { role: 'director', min_films: LEAST_FILMS, top: LOOKED_AT })
  return (
    <div className={classes.page} data-testid="studies">
      <PrintColours />
      <header className={classes.header}>
        <div>
          <h1>{t('studies.title')}</h1>
          <p>{t('studies.intro')}</p>
        </div>
        <PdfButton />
      </header>
      <Study
        name="agreement"
        number={1}
        report={correlation}
        text={(data) => agreementText(words, data)}
        chart={(data, { title, paragraphs }) => (
          <CorrelationFigure tallest={380} report={data} label={title} description={paragraphs[0] ?? ''} />
        )}
      />
      <Study
        name="drift"
        number={2}
        report={timeline}
        text={(data) => driftText(words, data)}
        chart={(data, { title, paragraphs }) => (
          <DriftFigure report={data} label={title} description={paragraphs[0] ?? ''} />
        )}
      />
      <Study
        name="directors"
        number={3}
        report={talents}
        text={(data) => directorsText(words, data)}
        chart={(data, { title, paragraphs }) => (
          <TalentsFigure
            talents={byMinute(data).slice(0, SHOWN)}
            label={title}
            description={paragraphs[0] ?? ''}
          />
        )}
      />
    </div>
  )
}

function PdfButton() {
  const { t } = useTranslation('reports')
  const filters = useActiveFilters()
  const run = useLake()?.published?.run_id ?? ''
  const words = { all: t('file.all'), unknown: t('file.unknown') }
  const save = async () => {
    try {
      await printAsPdf(fileName({ report: 'studies', run, filters, words }, 'pdf'))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notifications.show({ color: 'red', title: t('export.failed'), message: reason })
    }
  }
  return (
    <Button
      variant="default"
      size="sm"
      className={classes.pdf}
      leftSection={<IconFileTypePdf size={16} stroke={1.6} aria-hidden />}
      onClick={() => void save()}
      data-testid="studies-pdf"
    >
      {t(window.cine ? 'export.pdf' : 'export.print')}
    </Button>
  )
}
