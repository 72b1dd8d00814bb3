import { join } from 'node:path'
import { renameDurably, syncPath } from '../lake/atomic.ts'
import { type LakeLayout, utcStamp } from '../lake/layout.ts'
import { stampsOf } from './markers.ts'

/** Renames a staged folder into `raw/`, later than any landing of the source: a clock that goes backwards
 * or two landings in one second must not change their order. Returns the name of the new folder. */
export async function publishLanding(layout: LakeLayout, folder: string, source: string): Promise<string> {
  const latest = (await stampsOf(layout, source)).at(-1)
  const now = utcStamp(new Date())
  const stamp = latest === undefined || now > latest ? now : nextSecond(latest)
  await renameDurably(folder, join(layout.raw, source, stamp))
  await syncPath(layout.raw)
  return stamp
}

function nextSecond(stamp: string): string {
  const iso = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return utcStamp(new Date(Date.parse(iso) + 1000))
}
