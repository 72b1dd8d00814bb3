import { SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../pipeline/api.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { FilmForm } from './film-form.tsx'
import { FilmPicker } from './film-picker.tsx'
import { ReviewForm } from './review-form.tsx'

type Kind = 'review' | 'film'

/** Which film, what about it, and by whom. The address may name the film. */
export function Contribute({ named }: { named: string | null }) {
  const { t } = useTranslation('contributions')
  const [kind, setKind] = useState<Kind>('review')
  const [chosen, setChosen] = useState<string | null>(named)
  const [author, setAuthor] = useLocalStorage({ key: 'cine.author', defaultValue: '' })
  const film = useFilm(chosen)
  const form = film && { film, author: author.trim() || undefined }
  return (
    <Stack gap="md">
      <SegmentedControl<Kind>
        fullWidth
        value={kind}
        onChange={setKind}
        aria-label={t('title')}
        data-testid="contribute-kind"
        data={(['review', 'film'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <FilmPicker film={film} onChoose={setChosen} />
      <TextInput
        size="sm"
        label={t('author')}
        placeholder={t('author_placeholder')}
        maxLength={200}
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
        data-testid="contribute-author"
      />
      {form && kind === 'review' && <ReviewForm key={`review ${film.film_id}`} {...form} />}
      {form && kind === 'film' && <FilmForm key={`film ${film.film_id}`} {...form} />}
    </Stack>
  )
}

/** The film as it is now: asked again after each contribution. */
function useFilm(filmId: string | null): Film | null {
  const { data } = useEngineQuery(
    'films.page',
    { film_id: filmId ?? '', limit: 1 },
    { enabled: filmId !== null },
  )
  const film = data?.rows[0]
  return film && film.film_id === filmId ? film : null
}
