import { spotlight } from '@mantine/spotlight'
import {
  type Icon,
  IconBookmark,
  IconBookmarkPlus,
  IconChartDots3,
  IconFileDescription,
  IconFilterOff,
  IconHome,
  IconInfoCircle,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPencil,
  IconPlayerPlay,
  IconRoute,
  IconSearch,
  IconServer2,
  IconSettings,
  IconShieldCheck,
  IconSql,
  IconTable,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { replaceFilters, resetFilters } from '../filters/store.ts'
import { useViews } from '../filters/use-views.ts'
import { otherLanguage, setLanguage, useLanguage } from '../i18n/index.ts'
import { PAGES } from './address.ts'
import { saveDiagnostics } from './diagnostics.ts'
import { openDialog } from './dialogs.ts'
import { runPipeline } from './job-store.ts'
import { navigate } from './router.ts'
import { useThemeSwitch } from './top-bar.tsx'
import { beginTour } from './tour-state.ts'
import { useLake } from './use-lake.ts'

export interface Command {
  id: string
  group: 'pages' | 'reports' | 'views' | 'actions'
  label: string
  icon: Icon
  run(): void
}

const REPORTS = ['correlation', 'timeline', 'genres', 'talents', 'studies'] as const

/** Everything that can be done from anywhere. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['shell', 'filters'])
  const language = useLanguage()
  const theme = useThemeSwitch()
  const { views } = useViews()
  const hasData = (useLake()?.landed_sources.length ?? 0) > 0
  const run = () => {
    navigate({ page: 'home' })
    void runPipeline({})
  }
  const pageIcons = {
    home: IconHome,
    explorer: IconTable,
    reports: IconChartDots3,
    contributions: IconPencil,
    quality: IconShieldCheck,
    sql: IconSql,
    cluster: IconServer2,
    settings: IconSettings,
  } as const
  return [
    ...PAGES.map((page) => ({
      id: page,
      group: 'pages' as const,
      label: t(`nav.${page}`),
      icon: pageIcons[page],
      run: () => navigate({ page }),
    })),
    ...REPORTS.map((section) => ({
      id: `report-${section}`,
      group: 'reports' as const,
      label: t(`palette.report_${section}`),
      icon: IconChartDots3,
      run: () => navigate({ page: 'reports', section }),
    })),
    ...views.map(({ name, filters }) => ({
      id: `view-${name}`,
      group: 'views' as const,
      label: name,
      icon: IconBookmark,
      run: () => replaceFilters(filters),
    })),
    ...(hasData
      ? [
          {
            id: 'run',
            group: 'actions' as const,
            label: t('palette.run_pipeline'),
            icon: IconPlayerPlay,
            run,
          },
        ]
      : []),
    {
      id: 'reset',
      group: 'actions',
      label: t('palette.reset_filters'),
      icon: IconFilterOff,
      run: resetFilters,
    },
    {
      id: 'language',
      group: 'actions',
      label: t('language.switch'),
      icon: IconLanguage,
      run: () => setLanguage(otherLanguage(language)),
    },
    ...(hasData
      ? [action('save-view', t('filters:views.save'), IconBookmarkPlus, () => openDialog('save-view'))]
      : []),
    action('palette', t('palette.open'), IconSearch, spotlight.open),
    action('shortcuts', t('shortcuts.title'), IconKeyboard, () => openDialog('shortcuts')),
    action('tour', t('tour.title'), IconRoute, () => {
      navigate({ page: 'home' })
      beginTour()
    }),
    action('diagnostics', t('about.diagnostics'), IconFileDescription, () => void saveDiagnostics()),
    action('about', t('about.title'), IconInfoCircle, () => openDialog('about')),
    { id: 'theme', group: 'actions', label: theme.label, icon: IconMoon, run: theme.toggle },
  ]
}

function action(id: string, label: string, icon: Icon, run: () => void): Command {
  return { id, group: 'actions', label, icon, run }
}

/** Those whose name holds every word of the query, accents and case aside. */
export function matching(commands: Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return commands.filter(({ label }) => words.every((word) => fold(label).includes(word)))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
