import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../app/router.ts'
import { EmptyState } from '../../components/empty-state.tsx'

export function NothingPublished() {
  const { t } = useTranslation('quality')
  return (
    <EmptyState
      icon={<IconShieldCheck size={24} />}
      title={t('nothing.title')}
      text={t('nothing.text')}
      action={<Button onClick={() => navigate({ page: 'home' })}>{t('nothing.action')}</Button>}
    />
  )
}
