import { Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../pipeline/api.ts'
import { useLake } from '../../../app/use-lake.ts'
import { filmLinks } from './links.ts'
import classes from './panel.module.css'

export function FilmLinks({ film }: { film: Film }) {
  const { t } = useTranslation('explorer')
  const isDemo = useLake()?.is_demo
  const links = filmLinks(film)
  if (links.length === 0) return null
  return (
    <section className={classes.section}>
      <h3>{t('panel.links')}</h3>
      {/* The demo's ids are made up: they would lead to other films, or nowhere. */}
      {isDemo ? (
        <Text size="sm" c="dimmed">
          {t('panel.no_links_in_demo')}
        </Text>
      ) : (
        <div className={classes.links}>
          {links.map(({ site, url }) => (
            <a key={site} href={url} target="_blank" rel="noopener noreferrer" className={classes.link}>
              {site} <IconExternalLink size={13} aria-label={t('panel.new_window')} />
            </a>
          ))}
        </div>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {[film.imdb_id, film.rt_id].filter(Boolean).join(' · ')}
      </Text>
    </section>
  )
}
