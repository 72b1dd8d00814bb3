import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../pipeline/api.ts'
import type { TableColumn } from '../table/types.ts'
import { Contributed, isContributed } from './contributed.tsx'
import { FILM_COLUMNS, type FilmColumnId } from './film-columns.ts'
import { useCodeText } from './use-code-text.ts'
import { useWriteValue, type WriteValue } from './value.tsx'
import { isNumeric, type ValueKind } from './value-text.ts'

export function useFilmColumns(): readonly TableColumn<Film>[] {
  const { t } = useTranslation('explorer')
  const codeText = useCodeText()
  const write = useWriteValue()
  return useMemo(
    () =>
      FILM_COLUMNS.map(({ id, kind, width, shown }) => ({
        id,
        label: t(`columns.${id}.label`),
        hint: t(`columns.${id}.hint`),
        width,
        numeric: isNumeric(kind),
        shown: shown ?? false,
        ...(id === 'title' ? { grows: true } : {}),
        cell: (film: Film) => filmValue(film, { id, kind, codeText, write }),
      })),
    [t, codeText, write],
  )
}

interface Written {
  id: FilmColumnId
  kind: ValueKind
  codeText: ReturnType<typeof useCodeText>
  write: WriteValue
}

/** No component of its own: a screen has hundreds of cells. */
function filmValue(film: Film, { id, kind, codeText, write }: Written): ReactNode {
  if (id === 'title') return <span title={film.title ?? undefined}>{film.title ?? film.film_id}</span>
  const value = write(kind, codeText(id, film[id]))
  return isContributed(film, id) ? <Contributed>{value}</Contributed> : value
}
