import { MAX_ROWS } from '../../api.ts'
import { ask } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { plural } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL)/

export const defineSql: Define = (program, act) => {
  program
    .command('sql')
    .description('a read-only query on films, reviews, people, rejects, ingestions')
    .argument('<select>', 'one SELECT statement')
    .option('--limit <n>', `at most this many rows (default: 1000, up to ${MAX_ROWS})`, wholeNumber)
    .action(
      act<{ limit?: number }>(async (context, { limit }, [sql = '']) => {
        const result = await ask(context, 'sql.query', { sql, ...given({ limit }) })
        const table = () =>
          renderTable(
            result.columns.map(({ name, type }) => ({
              title: name,
              value: (row: Record<string, unknown>) => cell(row[name]),
              ...(NUMERIC.test(type) ? { align: 'right' as const } : {}),
            })),
            result.rows,
          )
        const more = result.truncated ? ', more were left out: raise --limit' : ''
        return {
          answer: { json: result, text: () => `${table()}\n\n${plural(result.rows.length, 'row')}${more}` },
        }
      }),
    )
}

/** Figures as they are, so that they can be copied. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
