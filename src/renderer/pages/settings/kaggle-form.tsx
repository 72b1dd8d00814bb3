import { Button, Group, PasswordInput, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyStoreState } from './use-key-store.ts'

/** A token goes in, and does not come out again. */
export function KaggleForm({ store }: { store: KeyStoreState }) {
  const { t } = useTranslation('settings')
  const [token, setToken] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void store.keep(token.trim())
    setToken('')
  }
  return (
    <form onSubmit={submit}>
      <PasswordInput
        label={t('kaggle.token')}
        description={t('kaggle.token_hint')}
        autoComplete="off"
        maxLength={5000}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        data-testid="kaggle-secret"
      />
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={store.busy} disabled={token.trim() === ''} data-testid="kaggle-keep">
          {t('kaggle.keep')}
        </Button>
        {store.saved && (
          <Button variant="default" onClick={() => void store.keep(null)} data-testid="kaggle-forget">
            {t('kaggle.forget')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={8}>
        {t('kaggle.kept')}
      </Text>
    </form>
  )
}
