import { Option } from 'commander'
import type { Role } from '../../api.ts'
import { ask } from '../context.ts'
import { correlationHeadline, genresHeadline, talentsHeadline, timelineHeadline } from '../headlines.ts'
import { type FilterOptions, filtersOf, given, wholeNumber, withFilters } from '../options.ts'
import { correlationTables, genresTable, talentsTable, timelineTable } from '../report-tables.ts'
import type { Define } from '../verb.ts'

interface TimelineOptions extends FilterOptions {
  by?: 'year' | 'decade'
}

interface TalentsOptions extends FilterOptions {
  role?: Role
  minFilms?: number
  top?: number
}

export const defineReport: Define = (program, act) => {
  const report = program.command('report').description('the four reports, on the published run')

  withFilters(report.command('correlation').description('critics against audience')).action(
    act<FilterOptions>(async (context, options) => {
      const result = await ask(context, 'report.correlation', filtersOf(options))
      return {
        answer: {
          json: result,
          text: () => `${correlationHeadline(result)}\n\n${correlationTables(result)}`,
        },
      }
    }),
  )

  withFilters(report.command('timeline').description('films, box office and ratings over time'))
    .addOption(new Option('--by <span>', 'year or decade (default: year)').choices(['year', 'decade']))
    .action(
      act<TimelineOptions>(async (context, options) => {
        const params = { ...filtersOf(options), ...given({ by: options.by }) }
        const result = await ask(context, 'report.timeline', params)
        return {
          answer: { json: result, text: () => `${timelineHeadline(result)}\n\n${timelineTable(result)}` },
        }
      }),
    )

  withFilters(report.command('genres').description('running times and revenue by genre')).action(
    act<FilterOptions>(async (context, options) => {
      const result = await ask(context, 'report.genres', filtersOf(options))
      return { answer: { json: result, text: () => `${genresHeadline(result)}\n\n${genresTable(result)}` } }
    }),
  )

  withFilters(report.command('talents').description('who made the most, by role'))
    .addOption(new Option('--role <role>', 'one role only').choices(['actor', 'director', 'writer']))
    .option('--min-films <n>', 'who has made at least this many films (default: 1)', wholeNumber)
    .option('--top <n>', 'the first N of each role (default: 20)', wholeNumber)
    .action(
      act<TalentsOptions>(async (context, options) => {
        const { role, minFilms: min_films, top } = options
        const params = { ...filtersOf(options), ...given({ role, min_films, top }) }
        const result = await ask(context, 'report.talents', params)
        return {
          answer: { json: result, text: () => `${talentsHeadline(result)}\n\n${talentsTable(result)}` },
        }
      }),
    )
}
