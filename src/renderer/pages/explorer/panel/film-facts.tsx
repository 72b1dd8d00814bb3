import { useTranslation } from 'react-i18next'
import type { Film, FilmDetail } from '../../../../pipeline/api.ts'
import { useLanguage } from '../../../i18n/index.ts'
import { isContributed } from '../columns/contributed.tsx'
import { FILM_COLUMNS } from '../columns/film-columns.ts'
import { useCodeText } from '../columns/use-code-text.ts'
import { Value } from '../columns/value.tsx'
import classes from './panel.module.css'

/** In the order they are read; scores stand above, people and matching below. */
const FACTS = [
  'box_office_usd',
  'revenue_per_minute',
  'imdb_votes',
  'runtime_minutes',
  'genres',
  'language',
  'country',
  'rt_release_date',
  'rt_streaming_date',
] as const

/** What is known of the film, each with its unit and where it comes from. */
export function FilmFacts({ film, toldBy }: { film: Film; toldBy: FilmDetail['told_by'] }) {
  const { t } = useTranslation('explorer')
  const source = useSourceText(film, toldBy)
  return (
    <section className={classes.section}>
      <h3 className="visually-hidden">{t('panel.facts')}</h3>
      <dl className={classes.facts}>
        {FACTS.map((id) => (
          <div key={id}>
            <dt title={t(`columns.${id}.hint`)}>{t(`columns.${id}.label`)}</dt>
            <dd>
              <Value kind={kindOf(id)} value={film[id]} />
            </dd>
            <dd className={classes.source}>{source(id)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function kindOf(id: keyof Film) {
  return FILM_COLUMNS.find((column) => column.id === id)?.kind ?? 'text'
}

function useSourceText(film: Film, toldBy: FilmDetail['told_by']): (column: keyof Film) => string {
  const { t } = useTranslation('explorer')
  const language = useLanguage()
  const codeText = useCodeText()
  const either = new Intl.ListFormat(language, { type: 'disjunction' })
  return (column) => {
    if (isContributed(film, column)) return t('contributed')
    if (film[column] === null) return ''
    if (column === 'revenue_per_minute') return t('panel.computed')
    const names = (toldBy[column] ?? []).map((source) => String(codeText('source_short', source)))
    return either.format([...new Set(names)])
  }
}
