import { Button, Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMovie, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../pipeline/api.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import classes from './contributions.module.css'

const FOUND = 8

/** A film searched as it is typed, in all films whatever is filtered; then the one that was chosen. */
export function FilmPicker({
  film,
  onChoose,
}: {
  film: Film | null
  onChoose: (filmId: string | null) => void
}) {
  const { t } = useTranslation('contributions')
  if (!film) return <Search onChoose={onChoose} />
  return (
    <div className={classes.film} data-testid="contribute-film">
      <IconMovie size={20} stroke={1.6} aria-hidden />
      <div className={classes.grow}>
        <Text fw={600} truncate>
          {film.title ?? film.film_id}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {described(film)}
        </Text>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => onChoose(null)}>
        {t('film.change')}
      </Button>
    </div>
  )
}

function Search({ onChoose }: { onChoose: (filmId: string) => void }) {
  const { t } = useTranslation('contributions')
  const combobox = useCombobox()
  const [query, setQuery] = useState('')
  const [search] = useDebouncedValue(query.trim(), 150)
  const { data, isFetching } = useEngineQuery(
    'films.page',
    { search, limit: FOUND, sort: 'imdb_votes:desc' },
    { enabled: search.length >= 2 },
  )
  const films = search.length >= 2 ? (data?.rows ?? []) : []
  return (
    <Combobox store={combobox} onOptionSubmit={onChoose}>
      <Combobox.Target>
        <TextInput
          label={t('film.label')}
          placeholder={t('film.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={isFetching ? <Loader size={14} /> : null}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          data-testid="film-search"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={search.length < 2}>
        <Combobox.Options>
          {films.map((film) => (
            <Combobox.Option key={film.film_id} value={film.film_id}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm" truncate>
                  {film.title ?? film.film_id}
                </Text>
                <Text size="xs" c="dimmed" truncate maw="55%">
                  {described(film)}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {films.length === 0 && (
            <Combobox.Empty>{isFetching ? t('film.searching') : t('film.nothing')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function described({ year, rt_director, imdb_director, film_id }: Film): string {
  const directors = (imdb_director ?? rt_director ?? []).slice(0, 2).join(', ')
  return [year, directors, film_id].filter(Boolean).join(' · ')
}
