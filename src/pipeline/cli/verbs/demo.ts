import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runText } from '../answers.ts'
import { type Ask, ask, type Context, withEngine } from '../context.ts'
import { correlationHeadline, genresHeadline, talentsHeadline, timelineHeadline } from '../headlines.ts'
import type { Define } from '../verb.ts'
import { hasDisplay } from '../window/display.ts'

const LAKE_BESIDE = 'data-demo'

export const defineDemo: Define = (program, act) => {
  program
    .command('demo')
    .description('the shipped dataset: pipeline, headlines, window')
    .option('--headless', 'no window: say how to open it')
    .action(
      act<{ headless?: boolean }>(async (named, { headless = false }) => {
        const context = await demoContext(named)
        const { pipeline, reports } = await withEngine(context, async (request) => ({
          pipeline: await request('pipeline.run', { demo: true }),
          reports: await fourReports(request),
        }))
        const window = !headless && hasDisplay()
        const text = () =>
          [
            runText(pipeline.run),
            '',
            correlationHeadline(reports.correlation),
            timelineHeadline(reports.timeline),
            genresHeadline(reports.genres),
            talentsHeadline(reports.talents),
            '',
            'The films are real; the reviews are made up, and say so (resources/demo/README.md).',
            ...(window ? [] : [`Open it in a browser: npx cine dashboard --web --lake "${context.lake}"`]),
          ].join('\n')
        const json = { lake: context.lake, pipeline, reports }
        return { answer: { json, text }, ...(window ? { after: () => openWindow(context) } : {}) }
      }),
    )
}

async function fourReports(request: Ask) {
  const [correlation, timeline, genres, talents] = await Promise.all([
    request('report.correlation', {}),
    request('report.timeline', {}),
    request('report.genres', {}),
    request('report.talents', {}),
  ])
  return { correlation, timeline, genres, talents }
}

/** The default lake, unless it holds data of one's own: then a lake beside it. */
async function demoContext(context: Context): Promise<Context> {
  if (context.lakeNamed || !existsSync(context.lake)) return context
  const { landed_sources, is_demo } = await ask(context, 'lake.info', {})
  if (landed_sources.length === 0 || is_demo) return context
  const lake = resolve(LAKE_BESIDE)
  context.log.write('warn', `${context.lake} holds data of yours: the demo goes to ${lake}.`)
  return { ...context, lake }
}

async function openWindow(context: Context): Promise<number> {
  const { openStudio } = await import('../window/studio.ts')
  // The one document has been printed: with --json the link is for people only.
  return openStudio(context, {}, async ({ url }) => {
    process.stderr.write(`The studio is at ${url}\n`)
  })
}
