import type { DoctorReport } from '../../api.ts'
import { runningDaemons } from '../daemons/registry.ts'
import { resolveTarget, type Target } from '../target.ts'
import { check } from './check.ts'
import { lookAtDisk, lookAtMemory, lookAtPlatform } from './machine.ts'
import { lookAtHadoop, lookAtJava, lookAtMaven, lookAtPython, lookAtSpark } from './programs.ts'
import { lookAtConfDir, lookAtDefaultFs, lookAtPorts } from './settings.ts'

/** Looks at everything that the cluster needs. Changes nothing, starts nothing, throws nothing: whatever is
 * missing or broken is a line of the report. */
export async function doctor(env: NodeJS.ProcessEnv = process.env): Promise<DoctorReport> {
  const asked = resolveTarget(env)
  // Settings that cannot be read are told by the lines about them; the others do without.
  const target = await asked.catch(() => null)
  const checks = await Promise.all([
    check('platform', () => lookAtPlatform()),
    check('java', () => lookAtJava(env, target)),
    check('python', () => lookAtPython(env)),
    check('maven', () => lookAtMaven(env, target)),
    check('hadoop', () => lookAtHadoop(env, target)),
    check('spark', () => lookAtSpark(env)),
    check('conf_dir', async () => lookAtConfDir(await asked, env)),
    ...(target
      ? [
          check('default_fs', () => lookAtDefaultFs(target)),
          check('ports', async () => lookAtPorts(target, await ourPids(target))),
        ]
      : []),
    check('memory', () => lookAtMemory(target)),
    check('disk', () => lookAtDisk(env, target)),
  ])
  return {
    ok: checks.every(({ level }) => level !== 'error'),
    cluster: target?.kind ?? null,
    checks,
  }
}

async function ourPids({ kind, home }: Target): Promise<Set<number>> {
  if (kind !== 'own') return new Set()
  return new Set([...(await runningDaemons(home)).values()].map(({ pid }) => pid))
}
