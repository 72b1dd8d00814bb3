import { Center, Loader } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageErrorBoundary } from './page-error-boundary.tsx'
import { pages } from './pages.tsx'
import { useRoute } from './router.ts'

/** The page that the address names. */
export function PageOutlet() {
  const { t } = useTranslation()
  const { page } = useRoute()
  const Page = pages[page]
  return (
    <PageErrorBoundary key={page}>
      <Suspense
        fallback={
          <Center h="100%" aria-label={t('loading')}>
            <Loader size="sm" />
          </Center>
        }
      >
        <Page />
      </Suspense>
    </PageErrorBoundary>
  )
}
