import { CineError } from '../../errors.ts'
import { diagnose } from '../diagnose/index.ts'
import { readPorts } from '../ports.ts'
import { resolveTarget } from '../target.ts'
import { containersText, openYarn } from '../yarn/applications.ts'
import { applicationLogs } from '../yarn/logs.ts'

export interface FailedJob {
  /** What `spark-submit` wrote. */
  log: string
  /** Null when YARN was never asked, or never answered. */
  application_id: string | null
}

/** Of each container's log: the cause is near its end. */
const LINES = 2000

/**
 * Why a Spark job failed, out of the driver's log and YARN's, as an error with what to do next; the logs
 * themselves are not in it.
 */
export async function explainSparkFailure(
  { log, application_id }: FailedJob,
  env: NodeJS.ProcessEnv = process.env,
): Promise<CineError> {
  const target = await resolveTarget(env)
  const evidence = application_id ? await ofYarn(application_id, env).catch(() => ({})) : {}
  const ports = await readPorts(target.home.ports)
  const yarnPorts =
    target.kind === 'own'
      ? [ports.resourcemanager, ports.resourcemanager_scheduler, ports.resourcemanager_admin]
      : []
  const cause = diagnose({ driver: log, ...evidence, yarnPorts })
  const more = application_id
    ? `More in its logs: cine cluster app ${application_id} --lines 1000`
    : 'Run it again with ETL_LOG_LEVEL=DEBUG to see the whole log.'
  if (!cause) {
    return new CineError('SPARK_FAILED', 'The Spark job failed, and its logs do not say why.', {
      hint: more,
      details: { application_id },
    })
  }
  return new CineError(cause.code, cause.message, {
    hint: `${cause.hint} ${more}`,
    details: { application_id, evidence: cause.evidence },
  })
}

async function ofYarn(id: string, env: NodeJS.ProcessEnv) {
  const target = await resolveTarget(env)
  const report = await (await openYarn(target)).report(id)
  const { containers } = await applicationLogs(target, report, { lines: LINES, env })
  return { diagnostics: report.diagnostics, containers: containersText(containers) }
}
