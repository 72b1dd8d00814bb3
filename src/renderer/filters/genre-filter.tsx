import { Combobox, Text, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets } from '../../pipeline/api.ts'
import { useFormat } from '../i18n/format.ts'
import buttonClasses from './filter-button.module.css'
import { ClearFilter, FilterButton } from './filter-button.tsx'
import classes from './genre-filter.module.css'
import { setFilters, useFilters } from './store.ts'
import { useFacets } from './use-facets.ts'

/** Any of the chosen genres; each with the films that choosing it would show. */
export function GenreFilter({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('filters')
  const chosen = useFilters((history) => history.present.genres) ?? []
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const toggle = (genre: string) =>
    setFilters({
      genres: chosen.includes(genre) ? chosen.filter((each) => each !== genre) : [...chosen, genre],
    })

  return (
    <div className={buttonClasses.pair}>
      <Combobox store={combobox} onOptionSubmit={toggle} width={260} position="bottom-start" shadow="md">
        <Combobox.Target targetType="button" withExpandedAttribute>
          <FilterButton
            name={t('genres')}
            active={chosen.length === 0 ? null : String(chosen.length)}
            aria-label={[t('genres'), ...chosen].join(', ')}
            disabled={disabled}
            onClick={() => combobox.toggleDropdown()}
            data-testid="filter-genres"
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value)
              combobox.resetSelectedOption()
            }}
            placeholder={t('search_genre')}
            aria-label={t('search_genre')}
          />
          <Combobox.Options
            mah={320}
            className={classes.options}
            aria-label={t('genres')}
            aria-multiselectable
          >
            <Genres chosen={chosen} search={search} />
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {chosen.length > 0 && <ClearFilter name={t('genres')} onClear={() => setFilters({ genres: [] })} />}
    </div>
  )
}

/** Only there while the list is open. */
function Genres({ chosen, search }: { chosen: string[]; search: string }) {
  const { t } = useTranslation('filters')
  const format = useFormat()
  const genres = useFacets()?.genres
  if (!genres) return null
  const most = Math.max(1, ...genres.map(({ n }) => n))
  const shown = withChosen(genres, chosen).filter(({ genre }) =>
    genre.toLowerCase().includes(search.trim().toLowerCase()),
  )
  return (
    <>
      {shown.map(({ genre, n }) => (
        <Combobox.Option key={genre} value={genre} className={classes.option} active={chosen.includes(genre)}>
          <IconCheck size={14} aria-hidden data-chosen={chosen.includes(genre) || undefined} />
          <Text span size="sm" flex={1} truncate>
            {genre}
          </Text>
          <span className={classes.bar} style={{ width: `${(n / most) * 56}px` }} />
          <Text span size="xs" c="dimmed" w={44} ta="right">
            {format.integer(n)}
          </Text>
        </Combobox.Option>
      ))}
      {shown.length === 0 && <Combobox.Empty>{t('no_genre')}</Combobox.Empty>}
    </>
  )
}

/** A chosen genre stays in the list also when the other filters leave no film of it. */
function withChosen(genres: Facets['genres'], chosen: string[]): Facets['genres'] {
  const missing = chosen.filter((each) => !genres.some(({ genre }) => genre === each))
  return [...genres, ...missing.map((genre) => ({ genre, n: 0 }))]
}
