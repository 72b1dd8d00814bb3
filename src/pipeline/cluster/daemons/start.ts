import { mkdir, open, rename } from 'node:fs/promises'
import { execa } from 'execa'
import type { DaemonName } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { processIdentity } from '../processes/identity.ts'
import { fileDescriptor } from './file-descriptor.ts'
import { daemonArgs, daemonOut, type Jvm, jvmEnv } from './java-command.ts'
import { type Running, rememberDaemon } from './registry.ts'
import { DAEMONS } from './specs.ts'

/** Starts a daemon that outlives this process; its output goes to a file of its own. */
export async function startDaemon(jvm: Jvm, name: DaemonName, env: NodeJS.ProcessEnv): Promise<Running> {
  await mkdir(jvm.home.logs, { recursive: true })
  const path = daemonOut(jvm.home, name)
  await rename(path, `${path}.1`).catch(() => {})
  const out = await open(path, 'a')
  try {
    const child = execa(jvm.java.path, daemonArgs(jvm, name), {
      cwd: jvm.home.root,
      env: jvmEnv(jvm, env),
      extendEnv: false,
      stdin: 'ignore',
      stdout: fileDescriptor(out.fd),
      stderr: fileDescriptor(out.fd),
      // A session of its own: Ctrl-C in the terminal is for the command, not for the cluster.
      detached: true,
      cleanup: false,
      reject: false,
    })
    child.nodeChildProcess.unref()
    const identity = child.pid === undefined ? null : await processIdentity(child.pid)
    if (child.pid === undefined || identity === null) throw didNotStart(name, path)
    const running = { pid: child.pid, identity, started_at: new Date().toISOString() }
    await rememberDaemon(jvm.home, name, running)
    return running
  } finally {
    await out.close()
  }
}

function didNotStart(name: DaemonName, log: string): CineError {
  return new CineError('CLUSTER_DAEMON_DIED', `The ${DAEMONS[name].title} could not be started.`, {
    hint: `Its output is in ${log}; \`cine doctor\` looks at what it needs.`,
    details: { daemon: name, log },
  })
}
