import { CloseButton, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import type { Filters } from '../../../filters/filters.ts'
import { useFormat } from '../../../i18n/format.ts'
import { FilmLink } from '../numbers-table.tsx'
import { filmName, films as filmsInWords } from '../report-text.ts'
import { TalentYears } from './talent-years.tsx'
import classes from './talents.module.css'
import type { Talent } from './text.ts'

/** The most films that are listed of one person. */
const LISTED = 1000

export interface TalentPanelProps {
  talent: Talent
  filters: Filters
  onClose(): void
}

/** One talent: year by year, and film by film. */
export function TalentPanel({ talent, filters, onClose }: TalentPanelProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return (
    <section className={classes.panel} aria-label={talent.name} data-testid="talent-panel">
      <div className={classes.head}>
        <h2>
          {talent.name} · {filmsInWords({ t, format }, talent.films)} ·{' '}
          {format.moneyBrief(talent.box_office_usd)}
        </h2>
        <CloseButton aria-label={t('talents.close', { name: talent.name })} onClick={onClose} />
      </div>
      <div className={classes.columns}>
        <TalentYears talent={talent} />
        <TalentFilms talent={talent} filters={filters} />
      </div>
    </section>
  )
}

function TalentFilms({ talent, filters }: { talent: Talent; filters: Filters }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { data, error, refetch, isPlaceholderData } = useEngineQuery('films.page', {
    person_id: talent.person_id,
    role: talent.role,
    filters,
    sort: 'box_office_usd:desc',
    limit: LISTED,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const films = data && !isPlaceholderData ? data.rows : []
  return (
    <div className={classes.films}>
      <Table highlightOnHover stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('columns.film')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('columns.imdb')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('columns.box_office')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {films.map((film) => (
            <Table.Tr key={film.film_id}>
              <Table.Td>
                <FilmLink film={film.film_id}>{filmName(film)}</FilmLink>
              </Table.Td>
              <Table.Td ta="right">{format.decimal(film.imdb_rating, 1)}</Table.Td>
              <Table.Td ta="right">{format.money(film.box_office_usd)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
