import { Stack } from '@mantine/core'
import {
  IconChartDots3,
  IconHome,
  IconPencil,
  IconServer2,
  IconSettings,
  IconShieldCheck,
  IconSql,
  IconTable,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFilters } from '../filters/store.ts'
import type { PageName } from './address.ts'
import classes from './rail.module.css'
import { addressOf, useRoute } from './router.ts'

const ICONS = {
  home: IconHome,
  explorer: IconTable,
  reports: IconChartDots3,
  contributions: IconPencil,
  quality: IconShieldCheck,
  sql: IconSql,
  cluster: IconServer2,
  settings: IconSettings,
}

/** The pages there are, as links: they can be opened by keyboard, and copied. */
export function Rail() {
  const { t } = useTranslation()
  const { page: current } = useRoute()
  // The links carry the filters along.
  useFilters()
  return (
    <Stack component="nav" gap={4} p={8} aria-label={t('nav.label')}>
      {(Object.keys(ICONS) as PageName[]).map((page) => {
        const Icon = ICONS[page]
        return (
          <a
            key={page}
            href={addressOf({ page })}
            className={classes.link}
            aria-current={page === current ? 'page' : undefined}
            data-testid={`nav-${page}`}
          >
            <Icon size={21} stroke={1.6} aria-hidden />
            {t(`nav.${page}`)}
          </a>
        )
      })}
    </Stack>
  )
}
