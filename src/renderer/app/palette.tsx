import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconMovie, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../bridge/use-engine-query.ts'
import { useFormat } from '../i18n/format.ts'
import { type Command, matching, useCommands } from './commands.tsx'
import { navigate } from './router.ts'
import { useLake } from './use-lake.ts'

const FILMS = 8

/** Ctrl or Cmd K: pages, reports and actions by name, and films by title, person or id. */
export function Palette() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const commands = matching(useCommands(), query)
  const films = useFilms(query)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      // The shortcut must work from inside the fields of the filter bar too.
      tagsToIgnore={[]}
      scrollable
      maxHeight={420}
      size={560}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        data-testid="palette-search"
      />
      <Spotlight.ActionsList>
        {films.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.films')}>
            {films.map((film) => (
              <FilmAction key={film.film_id} {...film} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups(commands).map(([group, each]) => (
          <Spotlight.ActionsGroup key={group} label={t(`palette.${group}`)}>
            {each.map(({ id, label, icon: Icon, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Icon size={17} stroke={1.6} aria-hidden />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {commands.length + films.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function FilmAction(film: {
  film_id: string
  title: string | null
  year: number | null
  rating: number | null
}) {
  const format = useFormat()
  const open = () => {
    spotlight.close()
    navigate({ page: 'explorer', film: film.film_id })
  }
  const rating = film.rating === null ? '' : ` · IMDb ${format.decimal(film.rating)}`
  return (
    <Spotlight.Action
      label={film.title ?? film.film_id}
      description={`${film.year ?? '—'}${rating}`}
      leftSection={<IconMovie size={17} stroke={1.6} aria-hidden />}
      onClick={open}
    />
  )
}

function useFilms(query: string) {
  const [search] = useDebouncedValue(query.trim(), 150)
  const enabled = useLake()?.published != null && search.length >= 2
  const { data } = useEngineQuery('films.page', { search, limit: FILMS }, { enabled })
  if (!enabled || query.trim().length < 2) return []
  return (data?.rows ?? []).map(({ film_id, title, year, imdb_rating }) => ({
    film_id,
    title,
    year,
    rating: imdb_rating,
  }))
}

function groups(commands: Command[]): [Command['group'], Command[]][] {
  const names = [...new Set(commands.map(({ group }) => group))]
  return names.map((name) => [name, commands.filter(({ group }) => group === name)])
}
