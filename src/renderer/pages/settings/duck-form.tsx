import { Button, Group, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsInfo } from '../../../pipeline/api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/index.ts'
import { Card } from './card.tsx'
import classes from './settings.module.css'
import { fromGigabytes, LEAST_GB, toGigabytes } from './units.ts'
import { useFixedBy, useSaveSettings } from './use-settings.ts'

/** How much of the machine DuckDB may take. */
export function DuckForm({ info: { settings, machine } }: { info: SettingsInfo }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const comma = useLanguage() === 'fr'
  const fixedBy = useFixedBy()
  const { memory_bytes, threads } = settings
  const [memory, setMemory] = useState(toGigabytes(memory_bytes.value))
  const [count, setCount] = useState<number | string>(threads.value ?? '')
  const { save, saving, error } = useSaveSettings()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save({
      ...(memory_bytes.from === 'environment' ? {} : { memory_bytes: fromGigabytes(memory) }),
      ...(threads.from === 'environment' ? {} : { threads: count === '' ? null : Number(count) }),
    })
  }
  return (
    <Card title={t('duck.title')} about={t('duck.about')}>
      <form onSubmit={submit} className={classes.fields}>
        <NumberInput
          label={t('duck.memory')}
          description={
            fixedBy(memory_bytes) ?? t('duck.memory_hint', { size: format.bytes(machine.memory_bytes) })
          }
          placeholder={t('automatic')}
          disabled={memory_bytes.from === 'environment'}
          min={LEAST_GB}
          max={1_000_000}
          step={0.5}
          decimalScale={2}
          decimalSeparator={comma ? ',' : '.'}
          value={memory}
          onChange={setMemory}
          data-testid="setting-memory"
        />
        <NumberInput
          label={t('duck.threads')}
          description={fixedBy(threads) ?? t('duck.threads_hint', { n: format.integer(machine.threads) })}
          placeholder={t('automatic')}
          disabled={threads.from === 'environment'}
          min={1}
          max={1024}
          allowDecimal={false}
          value={count}
          onChange={setCount}
          data-testid="setting-threads"
        />
        {error && <ErrorState error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={saving} data-testid="save-duck">
            {t('save')}
          </Button>
        </Group>
      </form>
    </Card>
  )
}
