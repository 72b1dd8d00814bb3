import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FilmDetail } from '../../../../pipeline/api.ts'
import { navigate, useRoute } from '../../../app/router.ts'
import { changeView } from '../view-state.ts'
import classes from './panel.module.css'

const ROLES = ['director', 'writer', 'actor'] as const

/** Who made it; a name looks for the other films of that person. */
export function FilmPeople({ people }: { people: FilmDetail['people'] }) {
  const { t } = useTranslation('explorer')
  const { film } = useRoute()
  const search = (name: string) => {
    changeView('films', { search: name })
    navigate({ page: 'explorer', film })
  }
  if (people.length === 0) return null
  return ROLES.map((role) => {
    const those = people.filter((person) => person.role === role)
    if (those.length === 0) return null
    return (
      <section key={role} className={classes.section}>
        <h3>{t(`roles.${role}`, { count: those.length })}</h3>
        <ul className={classes.people}>
          {those.map(({ person_id, name }) => (
            <li key={person_id}>
              <UnstyledButton
                className={classes.person}
                title={t('panel.films_of', { name })}
                onClick={() => search(name)}
              >
                {name}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
