import { Code, Group, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SettingsInfo } from '../../../pipeline/api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Card } from './card.tsx'
import { KaggleForm } from './kaggle-form.tsx'
import { KEY_STORE, useKeyStore } from './use-key-store.ts'

/** Whether there is a token, and where it comes from; kept here only where the system has a key store. */
export function Kaggle({ kaggle: { from, problem } }: { kaggle: SettingsInfo['kaggle'] }) {
  const { t } = useTranslation('settings')
  const store = useKeyStore()
  const Icon = from === null ? IconCircleDashed : IconCircleCheck
  const found = from === KEY_STORE ? t('kaggle.found_in_store') : t('kaggle.found', { from: from ?? '' })
  return (
    <Card title={t('kaggle.title')} about={t('kaggle.about')}>
      {problem ? (
        <ErrorState error={problem} />
      ) : (
        <Group gap={8} wrap="nowrap" data-testid="kaggle-token">
          <Icon size={18} aria-hidden color={from === null ? undefined : 'var(--chart-positive)'} />
          <Text size="sm">{from === null ? t('kaggle.none') : found}</Text>
        </Group>
      )}
      {store.available ? (
        <KaggleForm store={store} />
      ) : (
        <>
          <Text size="sm" data-testid="no-key-store">
            {t(window.cine ? 'kaggle.no_store' : 'kaggle.in_browser')} {t('kaggle.how')}
          </Text>
          <Code block>kaggle auth login</Code>
        </>
      )}
    </Card>
  )
}
