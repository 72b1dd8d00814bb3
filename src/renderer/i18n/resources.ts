import enCluster from './en/cluster.ts'
import enClusterErrors from './en/cluster-errors.ts'
import enContributions from './en/contributions.ts'
import enErrors from './en/errors.ts'
import enExplorer from './en/explorer.ts'
import enFilters from './en/filters.ts'
import enHome from './en/home.ts'
import enIngestErrors from './en/ingest-errors.ts'
import enMapping from './en/mapping.ts'
import enQuality from './en/quality.ts'
import enReports from './en/reports.ts'
import enSettings from './en/settings.ts'
import enShell from './en/shell.ts'
import enSql from './en/sql.ts'
import enSystemErrors from './en/system-errors.ts'
import frCluster from './fr/cluster.ts'
import frClusterErrors from './fr/cluster-errors.ts'
import frContributions from './fr/contributions.ts'
import frErrors from './fr/errors.ts'
import frExplorer from './fr/explorer.ts'
import frFilters from './fr/filters.ts'
import frHome from './fr/home.ts'
import frIngestErrors from './fr/ingest-errors.ts'
import frMapping from './fr/mapping.ts'
import frQuality from './fr/quality.ts'
import frReports from './fr/reports.ts'
import frSettings from './fr/settings.ts'
import frShell from './fr/shell.ts'
import frSql from './fr/sql.ts'
import frSystemErrors from './fr/system-errors.ts'

/** Every text of the window: one namespace a room, the same keys in both languages (tested). */
export const resources = {
  fr: {
    shell: frShell,
    filters: frFilters,
    home: frHome,
    explorer: frExplorer,
    reports: frReports,
    cluster: frCluster,
    contributions: frContributions,
    mapping: frMapping,
    quality: frQuality,
    settings: frSettings,
    sql: frSql,
    errors: { ...frErrors, ...frIngestErrors, ...frSystemErrors, ...frClusterErrors },
  },
  en: {
    shell: enShell,
    filters: enFilters,
    home: enHome,
    explorer: enExplorer,
    reports: enReports,
    cluster: enCluster,
    contributions: enContributions,
    mapping: enMapping,
    quality: enQuality,
    settings: enSettings,
    sql: enSql,
    errors: { ...enErrors, ...enIngestErrors, ...enSystemErrors, ...enClusterErrors },
  },
} as const

export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
