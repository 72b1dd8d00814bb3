import { useRoute } from '../../app/router.ts'
import { useLake } from '../../app/use-lake.ts'
import { CorrelationReport } from './correlation/index.tsx'
import { GenresReport } from './genres/index.tsx'
import { type ReportName, reportOf } from './names.ts'
import { NothingPublished } from './nothing-published.tsx'
import classes from './reports.module.css'
import { ReportTabs } from './tabs.tsx'
import { TalentsReport } from './talents/index.tsx'
import { TimelineReport } from './timeline/index.tsx'

const COMPONENTS = {
  correlation: CorrelationReport,
  timeline: TimelineReport,
  genres: GenresReport,
  talents: TalentsReport,
} satisfies Record<ReportName, unknown>

/** Rapports: four of them, each with its own address. */
export default function ReportsPage() {
  const name = reportOf(useRoute().section)
  const lake = useLake()
  const Report = COMPONENTS[name]
  return (
    <div className={classes.page}>
      <ReportTabs current={name} />
      {lake && !lake.published ? <NothingPublished /> : <Report key={name} />}
    </div>
  )
}
