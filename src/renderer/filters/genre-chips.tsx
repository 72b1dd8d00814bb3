import { Pill } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './filter-bar.module.css'
import { setFilters, useFilters } from './store.ts'

/** One chip a chosen genre, each removed by itself. Years and score show theirs in their own buttons. */
export function GenreChips() {
  const { t } = useTranslation('filters')
  const genres = useFilters((history) => history.present.genres) ?? []
  return (
    <div className={classes.chips}>
      {genres.map((genre) => (
        <Pill
          key={genre}
          size="md"
          withRemoveButton
          onRemove={() => setFilters({ genres: genres.filter((each) => each !== genre) })}
          removeButtonProps={{ 'aria-label': t('clear', { name: genre }), tabIndex: 0 }}
        >
          {genre}
        </Pill>
      ))}
    </div>
  )
}
