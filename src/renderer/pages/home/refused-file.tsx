import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../pipeline/api.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useSourceName } from '../../components/use-source-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { openMapping } from './mapping/store.ts'
import { nearestLayout } from './nearest-layout.ts'

/** Why a chosen file will not be loaded, and what can be done about it. */
export function RefusedFile({ file }: { file: Recognition }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const errorText = useErrorText()
  const sourceName = useSourceName()
  if (!file.error) return null
  const { code, sentence, hint, detail } = errorText(file.error)
  const near = nearestLayout(file.error)
  return (
    <>
      <Text size="xs" title={detail ?? undefined}>
        {sentence}
      </Text>
      {near && (
        <Text size="xs">
          {t('files.nearest', {
            source: sourceName(near.source),
            percent: format.percent(near.score),
            missing: near.missing.join(', '),
          })}
        </Text>
      )}
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('files.not_landed')} ({code})
      </Text>
      {code === 'INGEST_UNKNOWN_LAYOUT' && (
        <Button
          size="compact-sm"
          variant="light"
          mt={6}
          onClick={() => openMapping(file)}
          data-testid="map-columns"
        >
          {t('files.map')}
        </Button>
      )}
    </>
  )
}
