import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { isContributed, Mark } from '../columns/contributed.tsx'
import { Unknown } from '../columns/value.tsx'
import classes from './panel.module.css'

const SCORES = [
  { id: 'imdb_rating', most: 10, digits: 1 },
  { id: 'tomato_meter', most: 100, digits: 0 },
  { id: 'audience_score', most: 100, digits: 0 },
  { id: 'metascore', most: 100, digits: 0 },
] as const

/** The four scores side by side, each on its own scale. */
export function FilmScores({ film }: { film: Film }) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  return (
    <div className={classes.scores}>
      {SCORES.map(({ id, most, digits }) => {
        const value = film[id]
        return (
          <Tooltip key={id} label={t(`columns.${id}.hint`)} multiline maw={260} openDelay={400}>
            <div className={classes.score}>
              <div className={classes.scoreName}>{t(`columns.${id}.label`)}</div>
              <div className={classes.scoreValue}>
                {value === null ? (
                  <Unknown />
                ) : (
                  <>
                    {format.decimal(value, digits)} <small>/ {most}</small>
                    {isContributed(film, id) && <Mark />}
                  </>
                )}
              </div>
              <div className={classes.meter} aria-hidden="true">
                <span style={{ width: `${((value ?? 0) / most) * 100}%` }} />
              </div>
            </div>
          </Tooltip>
        )
      })}
    </div>
  )
}
