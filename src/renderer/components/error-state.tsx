import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './error-state.module.css'
import { type ErrorLike, useErrorText } from './error-text.ts'

export interface ErrorStateProps {
  error: ErrorLike
  onRetry?: () => void
}

/** What went wrong: the sentence, the next step and the code that a search finds. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('errors')
  const { code, sentence, hint, detail } = useErrorText()(error)
  return (
    <Alert
      role="alert"
      className={classes.alert}
      variant="light"
      color="red"
      icon={<IconAlertTriangle size={18} />}
      title={sentence}
      data-testid="error-state"
    >
      <Stack gap={6}>
        {detail && (
          <Text size="sm">
            <b>{t('engine_says')}</b> {detail}
          </Text>
        )}
        {hint && (
          <Text size="sm">
            <b>{t('next_step')}</b> {hint}
          </Text>
        )}
        <Group gap="sm" mt={2}>
          <Code>{code}</Code>
          {onRetry && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={14} />}
              onClick={onRetry}
            >
              {t('retry')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  )
}
