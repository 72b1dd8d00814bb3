import { Button } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../app/router.ts'
import { EmptyState } from '../../../components/empty-state.tsx'

/** Films there are, but none with both ratings: they come from different sources. */
export function NoPairs() {
  const { t } = useTranslation('reports')
  return (
    <EmptyState
      icon={<IconChartDots size={24} />}
      title={t('correlation.no_pairs.title')}
      text={t('correlation.no_pairs.text')}
      action={
        <Button variant="default" onClick={() => navigate({ page: 'home' })}>
          {t('correlation.no_pairs.action')}
        </Button>
      }
    />
  )
}
