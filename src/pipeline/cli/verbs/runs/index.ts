import type { Define } from '../../verb.ts'
import { defineDiff } from './diff.ts'
import { defineList } from './list.ts'
import { definePrune } from './prune.ts'
import { definePublish } from './publish.ts'
import { defineShow } from './show.ts'

export const defineRuns: Define = (program, act) => {
  const runs = program
    .command('runs')
    .description('the runs of the lake: RUN is an id, its beginning, `current` or `previous`')
  for (const define of [defineList, defineShow, defineDiff, definePublish, definePrune]) define(runs, act)
}
