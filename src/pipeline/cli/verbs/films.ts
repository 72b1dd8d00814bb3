import { Option } from 'commander'
import type { Role } from '../../api.ts'
import { ask } from '../context.ts'
import { exportOutcome } from '../export.ts'
import { given, type PageOptions, pageOf, withPage } from '../options.ts'
import { count, decimal, list, money, text, year } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

export const defineFilms: Define = (program, act) => {
  const command = withPage(program.command('films').description('pages of films, or a file of them'))
    .option('--person <id>', 'films in which this person had a part (person_id of `report talents`)')
    .addOption(
      new Option('--role <role>', 'with --person: this part only').choices(['actor', 'director', 'writer']),
    )
  command.action(
    act<PageOptions & { person?: string; role?: Role }>(async (context, options) => {
      const { person: person_id, role } = options
      const of = given({ person_id, role })
      if (options.export !== undefined) return exportOutcome(context, 'films.export', options, of)
      const page = await ask(context, 'films.page', { ...pageOf(options), ...of })
      const table = () =>
        renderTable(
          [
            { title: 'film', value: (film) => film.film_id, width: 32 },
            { title: 'title', value: (film) => text(film.title), width: 40 },
            { title: 'year', value: (film) => year(film.year), align: 'right' },
            { title: 'genres', value: (film) => list(film.genres), width: 32 },
            { title: 'min', value: (film) => count(film.runtime_minutes), align: 'right' },
            { title: 'IMDb', value: (film) => decimal(film.imdb_rating, 1), align: 'right' },
            { title: 'critics', value: (film) => count(film.tomato_meter), align: 'right' },
            { title: 'box office', value: (film) => money(film.box_office_usd), align: 'right' },
          ],
          page.rows,
        )
      return {
        answer: {
          json: page,
          text: () => `${table()}\n\n${count(page.rows.length)} of ${count(page.total)} films`,
        },
      }
    }),
  )
}
