import type { ApplicationDetail, YarnApplication } from '../../api.ts'
import { diagnose } from '../diagnose/index.ts'
import { readPorts } from '../ports.ts'
import { resolveTarget, type Target } from '../target.ts'
import { applicationOf } from './application.ts'
import { YarnClient } from './client.ts'
import { applicationLogs } from './logs.ts'

interface Options {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
}

/** The client of the cluster's YARN. */
export async function openYarn(target: Target): Promise<YarnClient> {
  const bases =
    target.kind === 'own'
      ? [`http://localhost:${(await readPorts(target.home.ports)).resourcemanager_http}`]
      : target.resource_managers
  return new YarnClient({
    bases,
    user: target.user,
    start: target.kind === 'remote' ? 'on its own machines' : 'cine cluster up',
  })
}

export async function listApplications(
  { open, limit }: { open: boolean; limit: number },
  { env = process.env, signal }: Options = {},
): Promise<{ applications: YarnApplication[] }> {
  const yarn = await openYarn(await resolveTarget(env))
  return { applications: await yarn.applications({ open, limit, signal }) }
}

export async function killApplication(
  id: string,
  { env = process.env, signal }: Options = {},
): Promise<{ application: YarnApplication }> {
  const yarn = await openYarn(await resolveTarget(env))
  return { application: await yarn.kill(id, { signal }) }
}

/** An application, the end of its logs, and the cause of its failure as they tell it. */
export async function applicationDetail(
  { id, lines }: { id: string; lines: number },
  { env = process.env, signal }: Options = {},
): Promise<ApplicationDetail> {
  const target = await resolveTarget(env)
  const report = await (await openYarn(target)).report(id, { signal })
  const application = applicationOf(report)
  const { containers, missing } = await applicationLogs(target, report, { lines, signal, env })
  const waiting = application.state === 'ACCEPTED' || application.state === 'SUBMITTED'
  const failed = application.final_status === 'FAILED' || application.final_status === 'KILLED'
  return {
    application,
    cause:
      failed || waiting
        ? diagnose({ diagnostics: application.diagnostics, containers: containersText(containers) })
        : null,
    containers,
    logs_missing: missing,
  }
}

/** What containers wrote, for `diagnose`. */
export function containersText(
  containers: ApplicationDetail['containers'],
): { is_master: boolean; text: string }[] {
  return containers.flatMap(({ is_master, files }) =>
    files.map(({ lines }) => ({ is_master, text: lines.join('\n') })),
  )
}
