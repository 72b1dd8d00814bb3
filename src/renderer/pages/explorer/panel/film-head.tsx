import { Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Film } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useOpen } from '../use-open.ts'
import classes from './panel.module.css'

/** Its name and what one says of a film first; takes the focus when the panel was asked for. */
export function FilmHead({ film }: { film: Film }) {
  const format = useFormat()
  const { takesFocus, tookFocus } = useOpen()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    title.current?.focus({ preventScroll: true })
    tookFocus()
  }, [takesFocus, tookFocus])
  const name = film.title ?? film.film_id
  const words = [
    film.year === null ? null : String(film.year),
    film.runtime_minutes === null ? null : format.minutes(film.runtime_minutes),
    film.genres?.join(', ') ?? null,
  ].filter((word) => word !== null)
  return (
    <div className={classes.head}>
      <Title
        order={2}
        size="h1"
        ref={title}
        tabIndex={-1}
        className={classes.title}
        lineClamp={3}
        title={name}
      >
        {name}
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {words.length > 0 ? words.join(' · ') : '—'}
      </Text>
    </div>
  )
}
