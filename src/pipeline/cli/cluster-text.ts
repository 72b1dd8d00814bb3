import type {
  ClusterDownResult,
  ClusterStatus,
  ClusterUpResult,
  Daemon,
  HdfsListing,
  InstalledPart,
  InstallResult,
  PullResult,
  PushResult,
} from '../api.ts'
import { bytes, count, plural, seconds, text } from './terminal/format.ts'
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

export function pushText({ base, files, bytes: size, sent_bytes, seconds: time }: PushResult): string {
  const sent = files.filter(({ status }) => status === 'sent').length
  if (sent === 0) return `HDFS has all of it: ${plural(files.length, 'file')}, ${bytes(size)} in ${base}.`
  const rest = files.length - sent
  const others = rest > 0 ? `; ${plural(rest, 'file')} had been there` : ''
  return `Sent ${plural(sent, 'file')} (${bytes(sent_bytes)}) to ${base} in ${seconds(time)}${others}.`
}

export function pullText({ folder, files, bytes: size, seconds: time }: PullResult): string {
  return `${plural(files.length, 'file')} (${bytes(size)}) in ${folder} after ${seconds(time)}.`
}

export function listingText({ path, entries, more }: HdfsListing): string {
  if (entries.length === 0) return `${path} is empty.`
  const table = renderTable(
    [
      { title: 'rights', value: (row) => row.permission.padStart(4) },
      { title: 'owner', value: (row) => row.owner },
      { title: 'group', value: (row) => row.group },
      { title: 'size', value: (row) => (row.is_folder ? '' : bytes(row.bytes)), align: 'right' },
      { title: 'changed', value: (row) => row.modified_at },
      { title: 'path', value: (row) => row.path + (row.is_folder ? '/' : ''), width: 200 },
    ],
    entries,
  )
  return more ? `${table}\n… and more: --limit` : table
}
