import { join, resolve } from 'node:path'

/** Where everything lies in a lake. Every path is absolute; nothing here touches the disk. */
export interface LakeLayout {
  root: string
  raw: string
  metadata: string
  ingestions: string
  /** The lake's own source specifications, one JSON file each. */
  sources: string
  /** Filters saved under a name. */
  views: string
  curated: string
  current: string
  contributions: string
  journal: string
  runs: string
  tmp: string
  /** Held open by the one writer; `writer` says who it is. */
  lock: string
  writer: string
}

export function lakeLayout(lake: string): LakeLayout {
  const root = resolve(lake)
  const metadata = join(root, 'metadata')
  const curated = join(root, 'curated')
  const contributions = join(curated, 'user_contributions')
  return {
    root,
    raw: join(root, 'raw'),
    metadata,
    ingestions: join(metadata, 'ingestions.parquet'),
    sources: join(metadata, 'sources'),
    views: join(metadata, 'views.json'),
    curated,
    current: join(curated, 'CURRENT.json'),
    contributions,
    journal: join(contributions, 'journal.sqlite'),
    runs: join(root, 'runs'),
    tmp: join(root, 'tmp'),
    lock: join(metadata, 'writer.lock'),
    writer: join(metadata, 'writer.json'),
  }
}

/** `YYYYMMDDTHHMMSSZ`, the folder name of a landing and the start of a run id. */
export function utcStamp(date: Date): string {
  return date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
}

/** The stamp one second later: for what must come after another, whatever the clock says. */
export function nextStamp(stamp: string): string {
  const iso = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return utcStamp(new Date(Date.parse(iso) + 1000))
}
