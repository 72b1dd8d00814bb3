import { isDeepStrictEqual } from 'node:util'
import type { Filters, SavedView } from '../../api.ts'
import { ask } from '../context.ts'
import { type FilterOptions, filtersOf, withFilters } from '../options.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

export const defineViews: Define = (program, act) => {
  const views = program.command('views').description('filters saved under a name, with the lake')
  views
    .command('list', { isDefault: true })
    .description('list them')
    .action(act(async (context) => outcome(await ask(context, 'views.list', {}))))
  withFilters(
    views
      .command('save')
      .description('save the filters that are given')
      .argument('<name>', 'replaces one of it'),
  ).action(
    act<FilterOptions>(async (context, options, [name = '']) => {
      const { filters = {} } = filtersOf(options)
      return outcome(await ask(context, 'views.save', { name, filters }))
    }),
  )
  views
    .command('remove')
    .description('remove one')
    .argument('<name>', 'its name')
    .action(
      act(async (context, _options, [name = '']) => outcome(await ask(context, 'views.remove', { name }))),
    )
}

function outcome(result: { views: SavedView[] }) {
  return { answer: { json: result, text: () => viewsText(result.views) } }
}

function viewsText(views: readonly SavedView[]): string {
  if (views.length === 0) return 'No saved view.'
  return renderTable(
    [
      { title: 'view', value: ({ name }) => name, width: 40 },
      { title: 'filters', value: ({ filters }) => filtersText(filters) },
    ],
    views,
  )
}

function filtersText(filters: Filters): string {
  if (isDeepStrictEqual(filters, {})) return 'none'
  return Object.entries(filters)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`)
    .join(' ')
}
