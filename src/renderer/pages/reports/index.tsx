import { useRoute } from '../../app/router.ts'
import { useLake } from '../../app/use-lake.ts'
import { CorrelationReport } from './correlation/index.tsx'
import { GenresReport } from './genres/index.tsx'
import { type TabName, tabOf } from './names.ts'
import { NothingPublished } from './nothing-published.tsx'
import classes from './reports.module.css'
import { Studies } from './studies/index.tsx'
import { ReportTabs } from './tabs.tsx'
import { TalentsReport } from './talents/index.tsx'
import { TimelineReport } from './timeline/index.tsx'

const COMPONENTS = {
  correlation: CorrelationReport,
  timeline: TimelineReport,
  genres: GenresReport,
  talents: TalentsReport,
  studies: Studies,
} satisfies Record<TabName, unknown>

/** Rapports: four of them and the studies, each with its own address. */
export default function ReportsPage() {
  const name = tabOf(useRoute().section)
  const lake = useLake()
  const Report = COMPONENTS[name]
  return (
    <div className={classes.page}>
      <ReportTabs current={name} />
      {lake && !lake.published ? <NothingPublished /> : <Report key={name} />}
    </div>
  )
}
