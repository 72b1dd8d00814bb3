import { Button } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../app/router.ts'
import { EmptyState } from '../../components/empty-state.tsx'

/** Films there are, but none has what the report draws: which, and where it would come from. */
export function NotDrawn({ report }: { report: 'correlation' | 'timeline' | 'genres' }) {
  const { t } = useTranslation('reports')
  return (
    <EmptyState
      icon={<IconChartDots size={24} />}
      title={t(`${report}.not_drawn.title`)}
      text={t(`${report}.not_drawn.text`)}
      action={
        <Button variant="default" onClick={() => navigate({ page: 'home' })}>
          {t('load_files')}
        </Button>
      }
    />
  )
}
