import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { addressOf } from '../../../app/router.ts'
import { useFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './correlation.module.css'

type Outlier = CorrelationReport['outliers'][number]

/** Of each side, until more are asked for. */
const SHOWN = 12

/** Those that the line does not tell, by who liked them more; each opens its film. */
export function OutlierLists({ report: { outliers, pearson_r } }: { report: CorrelationReport }) {
  if (pearson_r === null) return null
  return (
    <section className={classes.lists} data-testid="outliers">
      <List
        kind="critics"
        outliers={outliers.filter(({ studentised_residual }) => studentised_residual > 0)}
      />
      <List
        kind="audience"
        outliers={outliers.filter(({ studentised_residual }) => studentised_residual < 0)}
      />
    </section>
  )
}

function List({ kind, outliers }: { kind: 'critics' | 'audience'; outliers: Outlier[] }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  // The links carry the filters along.
  useFilters()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? outliers : outliers.slice(0, SHOWN)
  const rest = outliers.length - shown.length
  return (
    <div>
      <h2>
        <span className={classes.unit}>{t('correlation.columns.residual')}</span>
        {t(`correlation.preferred_by.${kind}`, {
          count: outliers.length,
          formatted: format.integer(outliers.length),
        })}
      </h2>
      {outliers.length === 0 && <p className={classes.none}>{t('correlation.no_outlier')}</p>}
      <ul className={classes.list}>
        {shown.map(({ film_id, title, year, imdb_rating, tomato_meter, studentised_residual }) => (
          <li key={film_id}>
            <a href={addressOf({ page: 'explorer', film: film_id })}>
              <span className={classes.title} title={title ?? film_id}>
                {title ?? film_id} <span className={classes.quiet}>{year ?? ''}</span>
              </span>
              <span className={classes.quiet}>
                {t('correlation.scores', {
                  imdb: format.decimal(imdb_rating, 1),
                  critics: format.percent(tomato_meter / 100),
                })}
              </span>
              <span className={classes.residual} title={t('correlation.columns.residual')}>
                {format.decimal(studentised_residual, 1)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" ml={-8} onClick={() => setWhole(true)}>
          {t('correlation.more_outliers', { count: rest, formatted: format.integer(rest) })}
        </Button>
      )}
    </div>
  )
}
