import { Box, Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../components/error-state.tsx'

/** A defect of one page takes only that page away: the frame and the other pages stay. */
export class PageErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <PageFailed error={this.state.error} />
  }
}

function PageFailed({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const reason = error instanceof Error ? error.message : String(error)
  return (
    <Box p="lg" maw={640}>
      <ErrorState error={{ code: 'PAGE_FAILED', message: `${t('page_failed')} (${reason}).`, hint: null }} />
      <Button mt="md" variant="default" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </Box>
  )
}
