import { Button } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../app/router.ts'
import { EmptyState } from '../../components/empty-state.tsx'

/** Nothing is published: only the history can be asked, and what to do for more. */
export function NoTables() {
  const { t } = useTranslation('sql')
  return (
    <EmptyState
      icon={<IconDatabaseOff size={24} />}
      title={t('nothing.title')}
      text={t('nothing.text')}
      action={<Button onClick={() => navigate({ page: 'home' })}>{t('nothing.action')}</Button>}
    />
  )
}
