import { Command } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Act, Define } from './verb.ts'
import { defineCluster } from './verbs/cluster.ts'
import { defineContribute } from './verbs/contribute.ts'
import { defineDashboard } from './verbs/dashboard.ts'
import { defineDemo } from './verbs/demo.ts'
import { defineDiagnostics } from './verbs/diagnostics.ts'
import { defineDoctor } from './verbs/doctor.ts'
import { defineEtl } from './verbs/etl.ts'
import { defineFilms } from './verbs/films.ts'
import { defineIngest } from './verbs/ingest.ts'
import { defineMap } from './verbs/map.ts'
import { definePipeline } from './verbs/pipeline.ts'
import { defineQuality } from './verbs/quality.ts'
import { defineReport } from './verbs/report.ts'
import { defineReviews } from './verbs/reviews.ts'
import { defineRuns } from './verbs/runs/index.ts'
import { defineSettings } from './verbs/settings.ts'
import { defineSparkEtl } from './verbs/spark-etl.ts'
import { defineSparkPipeline } from './verbs/spark-pipeline.ts'
import { defineSql } from './verbs/sql.ts'
import { defineViews } from './verbs/views.ts'

/** In the order of the help. */
const VERBS: readonly Define[] = [
  defineIngest,
  defineEtl,
  definePipeline,
  defineSparkEtl,
  defineSparkPipeline,
  defineMap,
  defineFilms,
  defineReviews,
  defineReport,
  defineViews,
  defineContribute,
  defineRuns,
  defineQuality,
  defineSql,
  defineSettings,
  defineDashboard,
  defineDemo,
  defineDoctor,
  defineDiagnostics,
  defineCluster,
]

const NOTES = `
Options may stand before or after the verb.
Environment: CINE_LAKE, N_ROWS, ETL_LOG_LEVEL (DEBUG, INFO, WARN, ERROR).
Exit: 0 done, 1 failed, 2 wrong usage, 3 nothing published yet, 130 interrupted.`

/** The whole command line. Help goes to `say`; mistakes are thrown, for the caller to word. */
export function createProgram(act: Act, say: (text: string) => void): Command {
  const program = new Command('cine')
    .description('Ciné DataLake Studio: film files in, curated tables and reports out.')
    .version(packageJson.version)
    .option('--lake <dir>', 'the data lake (default: $CINE_LAKE, else data/)')
    .option('--json', 'one JSON document on the standard output')
    .option('--quiet', 'no progress, only warnings and errors')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: () => {}, outputError: () => {} })
    .showSuggestionAfterError(true)
    .addHelpText('after', NOTES)
  for (const define of VERBS) define(program, act)
  return program
}
