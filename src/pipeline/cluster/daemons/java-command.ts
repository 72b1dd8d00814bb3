import { join } from 'node:path'
import type { DaemonName } from '../../api.ts'
import type { Java } from '../find/java.ts'
import type { ClusterHome } from '../folders.ts'
import { DAEMONS } from './specs.ts'

/** What starting a JVM of Hadoop takes. */
export interface Jvm {
  home: ClusterHome
  java: Java
  /** The folder that holds `lib/*.jar`. */
  hadoop: string
}

/** Words that a process of ours carries, so that it is found again after a crash of ours. */
export const homeMark = (home: ClusterHome) => `-Dcine.cluster.home=${home.root}`
export const daemonMark = (name: string) => `-Dcine.daemon=${name}`

const GENERAL = [
  '--add-opens=java.base/java.lang=ALL-UNNAMED',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  // Out of memory, a daemon ends instead of answering half.
  '-XX:+ExitOnOutOfMemoryError',
  '-Djava.net.preferIPv4Stack=true',
]

export function daemonArgs(jvm: Jvm, name: DaemonName): string[] {
  const { main, heap_mb } = DAEMONS[name]
  return [
    ...jvmArgs(jvm, name, heap_mb),
    '-Dcine.log=INFO,file',
    `-Dcine.log.file=${daemonLog(jvm.home, name)}`,
    `-XX:ErrorFile=${join(jvm.home.logs, `${name}-crash.log`)}`,
    ...classpath(jvm),
    main,
  ]
}

/** A program that does one thing and ends. */
export function toolArgs(jvm: Jvm, name: string, main: string, args: readonly string[]): string[] {
  return [...jvmArgs(jvm, name, 256), '-Dcine.log=INFO,console', ...classpath(jvm), main, ...args]
}

function jvmArgs({ home, hadoop }: Jvm, name: string, heap: number): string[] {
  return [
    ...GENERAL,
    `-Xmx${heap}m`,
    homeMark(home),
    daemonMark(name),
    `-Dhadoop.home.dir=${hadoop}`,
    `-Djava.io.tmpdir=${home.tmp}`,
  ]
}

export function classpath({ home, hadoop }: Jvm): string[] {
  return ['-cp', `${home.conf}:${join(hadoop, 'lib', '*')}`]
}

/** What a daemon says through its logger. */
export const daemonLog = (home: ClusterHome, name: DaemonName) => join(home.logs, `${name}.log`)
/** What it says otherwise: a JVM that does not start says it here. */
export const daemonOut = (home: ClusterHome, name: DaemonName) => join(home.logs, `${name}.out`)

/** A daemon gets what it needs of the environment, not the secrets that may be in it. */
export function jvmEnv({ java, home }: Jvm, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'TZ']
  const own = Object.fromEntries(kept.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
  return { ...own, JAVA_HOME: java.home, HADOOP_CONF_DIR: home.conf }
}
