import { join } from 'node:path'
import { renameDurably, syncPath } from '../lake/atomic.ts'
import { type LakeLayout, nextStamp, utcStamp } from '../lake/layout.ts'
import { refuseLink } from '../lake/skeleton.ts'
import { stampsOf } from './markers.ts'

/** Renames a staged folder into `raw/`, later than any landing of the source: a clock that goes backwards
 * or two landings in one second must not change their order. Returns the name of the new folder. */
export async function publishLanding(layout: LakeLayout, folder: string, source: string): Promise<string> {
  await refuseLink(layout, join(layout.raw, source))
  const latest = (await stampsOf(layout, source)).at(-1)
  const now = utcStamp(new Date())
  const stamp = latest === undefined || now > latest ? now : nextStamp(latest)
  await renameDurably(folder, join(layout.raw, source, stamp))
  await syncPath(layout.raw)
  return stamp
}
