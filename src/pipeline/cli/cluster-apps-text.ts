import type { ApplicationDetail, PurgeResult, YarnApplication } from '../api.ts'
import { bytes, count, decimal, plural, seconds, text } from './terminal/format.ts'
import { safeText } from './terminal/safe-text.ts'
import { renderTable } from './terminal/table.ts'

export function applicationsText(applications: readonly YarnApplication[]): string {
  if (applications.length === 0) return 'YARN runs nothing.'
  return renderTable(
    [
      { title: 'application', value: (row) => row.id },
      { title: 'name', value: (row) => row.name, width: 30 },
      { title: 'user', value: (row) => row.user },
      { title: 'state', value: (row) => (row.finished_at ? row.final_status : row.state).toLowerCase() },
      { title: 'done', value: (row) => `${decimal(row.progress * 100, 0)} %`, align: 'right' },
      { title: 'time', value: (row) => seconds(row.seconds), align: 'right' },
      {
        title: 'memory',
        value: (row) => (row.memory_mb > 0 ? `${count(row.memory_mb)} MB` : text(null)),
        align: 'right',
      },
      { title: 'started', value: (row) => row.started_at },
    ],
    applications,
  )
}

export function applicationText({ application, cause, containers, logs_missing }: ApplicationDetail): string {
  const why = cause
    ? ['', `Cause: ${safeText(cause.message)} (${cause.code})`, `Next:  ${safeText(cause.hint)}`]
    : []
  const said = application.diagnostics ? ['', `YARN: ${safeText(application.diagnostics)}`] : []
  const logs = containers.flatMap(({ container_id, is_master, files }) =>
    files
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ name, lines }) => [
        '',
        `── ${container_id}${is_master ? ' (master)' : ''}: ${name}`,
        ...lines.map(safeText),
      ]),
  )
  const missing = logs_missing ? ['', safeText(logs_missing)] : []
  return [applicationsText([application]), ...why, ...said, ...logs, ...missing].join('\n')
}

export function purgeText({ items, removed, freed_bytes, hdfs_skipped }: PurgeResult): string {
  const skipped = hdfs_skipped ? [hdfs_skipped] : []
  if (removed.length > 0)
    return [`Removed ${plural(removed.length, 'item')}: ${bytes(freed_bytes)} freed.`, ...skipped].join('\n')
  if (items.length === 0) return ['Nothing is left behind.', ...skipped].join('\n')
  const table = renderTable(
    [
      { title: 'what', value: (row) => row.kind.replaceAll('_', ' ') },
      { title: 'where', value: (row) => row.where },
      { title: 'size', value: (row) => bytes(row.bytes), align: 'right' },
      { title: 'since', value: (row) => row.modified_at },
      { title: 'path', value: (row) => row.path, width: 200 },
    ],
    items,
  )
  const size = items.reduce((sum, item) => sum + item.bytes, 0)
  return [table, '', `${plural(items.length, 'item')}, ${bytes(size)}. --yes removes them.`, ...skipped].join(
    '\n',
  )
}
