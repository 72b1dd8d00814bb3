import { given, wholeNumber } from '../options.ts'
import { asJson, writeOut } from '../terminal/output.ts'
import type { Define } from '../verb.ts'

export const defineDashboard: Define = (program, act) => {
  program
    .command('dashboard')
    .description('open the studio: its window, or its browser version')
    .option('--web', 'the browser version: prints its link and stays until Ctrl-C')
    .option('--port <n>', 'the port of the browser version (default: any free one)', wholeNumber)
    .action(
      act<{ web?: boolean; port?: number }>(async (context, { web = false, port }) => ({
        after: async () => {
          const { openStudio } = await import('../window/studio.ts')
          let told = false
          const tell = async (link: { url: string | null; port: number | null }) => {
            told = true
            if (context.json) await writeOut(asJson({ url: link.url, port: link.port }))
            else if (link.url) await writeOut(`${link.url}\n`)
          }
          // A port only means something to the browser version.
          const options = { web: web || port !== undefined, ...given({ port }) }
          const exitCode = await openStudio(context, options, tell)
          if (!told) await tell({ url: null, port: null })
          return exitCode
        },
      })),
    )
}
