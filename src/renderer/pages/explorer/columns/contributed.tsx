import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../pipeline/api.ts'
import classes from './value.module.css'

export function isContributed(film: Film, column: keyof Film): boolean {
  return film.contributed?.some((each) => each === column) ?? false
}

/** A value that people corrected: what the sources say is another one. */
export function Contributed({ children }: { children: ReactNode }) {
  return (
    <>
      <Mark />
      {children}
    </>
  )
}

export function Mark() {
  const { t } = useTranslation('explorer')
  return (
    <span className={classes.mark} role="img" aria-label={t('contributed')} title={t('contributed_hint')} />
  )
}
