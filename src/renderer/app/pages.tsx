import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PageName } from './address.ts'

/** Each page is a chunk of its own: the first one does not wait for the charts. */
export const pages: Record<PageName, LazyExoticComponent<ComponentType>> = {
  home: lazy(() => import('../pages/home/index.tsx')),
  explorer: lazy(() => import('../pages/explorer/index.tsx')),
  reports: lazy(() => import('../pages/reports/index.tsx')),
  quality: lazy(() => import('../pages/quality/index.tsx')),
  sql: lazy(() => import('../pages/sql/index.tsx')),
  cluster: lazy(() => import('../pages/cluster/index.tsx')),
  settings: lazy(() => import('../pages/settings/index.tsx')),
  contributions: lazy(() => import('../pages/contributions/index.tsx')),
}
