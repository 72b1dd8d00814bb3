import type {
  ClusterDownResult,
  ClusterStatus,
  ClusterUpResult,
  Daemon,
  InstalledPart,
  InstallResult,
} from '../api.ts'
import { bytes, count, seconds, text } from './terminal/format.ts'
import { renderTable } from './terminal/table.ts'

export function installText(result: InstallResult): string {
  return [
    partText('Hadoop', result.hadoop),
    partText('Spark', result.spark),
    '',
    `Done in ${seconds(result.seconds)}. Next: cine cluster up`,
  ].join('\n')
}

function partText(name: string, { path, version, bytes: size, status }: InstalledPart): string {
  const how = { installed: `installed (${bytes(size)})`, unchanged: 'already there', yours: 'yours is used' }[
    status
  ]
  return `${name} ${version}: ${how}: ${path}`
}

export function upText({ status, formatted, folders, seconds: time, cluster }: ClusterUpResult): string {
  const head =
    status === 'unchanged' ? 'The cluster runs already.' : `The cluster is up after ${seconds(time)}.`
  const made = [...(formatted ? ['a new name node'] : []), ...folders]
  return [head, ...(made.length > 0 ? [`Made: ${made.join(', ')}.`] : []), '', statusText(cluster)].join('\n')
}

export function downText({ status, stopped, seconds: time }: ClusterDownResult): string {
  if (status === 'unchanged') return 'Nothing was running.'
  const named = stopped.map(({ name, how }) => (how === 'kill' ? `${name} (killed)` : name))
  return `Stopped in ${seconds(time)}: ${named.join(', ')}.`
}

const STATE = {
  running: 'The cluster runs.',
  partial: 'The cluster runs in part.',
  stopped: 'The cluster is stopped.',
}

export function statusText(status: ClusterStatus): string {
  return [
    STATE[status.state],
    '',
    daemonsText(status.daemons),
    '',
    ...hdfsText(status),
    ...yarnText(status),
  ].join('\n')
}

function daemonsText(daemons: readonly Daemon[]): string {
  return renderTable(
    [
      { title: 'daemon', value: (row) => row.name },
      { title: 'state', value: (row) => row.state },
      { title: 'process', value: (row) => text(row.pid?.toString()), align: 'right' },
      { title: 'port', value: (row) => text(row.port?.toString()), align: 'right' },
      { title: 'web', value: (row) => text(row.http) },
      { title: 'up', value: (row) => duration(row.uptime_seconds), align: 'right' },
      { title: 'memory', value: (row) => bytes(row.rss_bytes), align: 'right' },
    ],
    daemons,
  )
}

function hdfsText({ hdfs, default_fs, raw, curated }: ClusterStatus): string[] {
  if (!hdfs) return [`HDFS: ${text(default_fs)} does not answer.`]
  const space = `${bytes(hdfs.used_bytes)} used, ${bytes(hdfs.remaining_bytes)} free`
  return [
    `HDFS: ${text(default_fs)}, ${space}, ${count(hdfs.files)} files and folders.`,
    ...(hdfs.safe_mode ? [`In safe mode: ${text(hdfs.safe_mode_message)}`] : []),
    ...(hdfs.live_datanodes === 0 ? ['No DataNode is there.'] : []),
    ...(hdfs.missing_blocks > 0 ? [`${count(hdfs.missing_blocks)} blocks are missing.`] : []),
    `The lake: ${raw}, ${curated}`,
  ]
}

function yarnText({ yarn, resource_managers }: ClusterStatus): string[] {
  if (!yarn) return [`YARN: ${text(resource_managers[0])} does not answer.`]
  const memory = `${count(yarn.available_mb)} of ${count(yarn.total_mb)} MB free`
  const applications = `${count(yarn.running_applications)} running, ${count(yarn.pending_applications)} waiting`
  return [`YARN: ${count(yarn.active_nodes)} node(s), ${memory}, applications: ${applications}.`]
}

function duration(value: number | null): string {
  if (value === null) return text(null)
  const [hours, minutes] = [Math.floor(value / 3600), Math.floor(value / 60) % 60]
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min` : `${value} s`
}
