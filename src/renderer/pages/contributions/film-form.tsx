import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditableColumn, Film } from '../../../pipeline/api.ts'
import { engine } from '../../bridge/engine.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/index.ts'
import { exactScore } from './exact-score.ts'
import { useSave } from './use-save.ts'

type Typed = Record<EditableColumn, number | string>

/** The values that can be corrected, each beside what it is now; an emptied field says "unknown". */
export function FilmForm({ film, author }: { film: Film; author: string | undefined }) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const french = useLanguage() === 'fr'
  const [typed, setTyped] = useState<Typed>(() => asTyped(film))
  const [reason, setReason] = useState('')
  const { saving, error, save } = useSave()
  const changes = changesOf(film, typed)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(changes).length === 0) return
    const params = {
      film_id: film.film_id,
      ...changes,
      ...(author ? { author } : {}),
      ...(reason ? { reason } : {}),
    }
    if (await save(() => engine.request('contributions.film', params), t('saved'))) setReason('')
  }
  const numbers = {
    thousandSeparator: french ? '\u202f' : ',',
    decimalSeparator: french ? ',' : '.',
    hideControls: true,
    allowNegative: false,
  } as const
  const now = (value: string) => t('film.now', { value })
  return (
    <form onSubmit={(event) => void submit(event)} data-testid="film-form">
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NumberInput
            {...numbers}
            label={t('film.box_office')}
            description={now(
              film.box_office_usd === null ? t('film.unknown') : format.money(film.box_office_usd),
            )}
            allowDecimal={false}
            max={1e12}
            value={typed.box_office_usd}
            onChange={(box_office_usd) => setTyped({ ...typed, box_office_usd })}
            data-testid="edit-box-office"
          />
          <NumberInput
            {...numbers}
            label={t('film.audience')}
            description={now(
              film.audience_score === null ? t('film.unknown') : exactScore(format, film.audience_score),
            )}
            max={100}
            value={typed.audience_score}
            onChange={(audience_score) => setTyped({ ...typed, audience_score })}
            data-testid="edit-audience"
          />
        </Group>
        <Text size="xs" c="dimmed">
          {t('film.unknown_hint')}
        </Text>
        <TextInput
          size="sm"
          label={t('reason')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <ErrorState error={error} />}
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {Object.keys(changes).length === 0 ? t('film.no_change') : ''}
          </Text>
          <Button
            type="submit"
            loading={saving}
            disabled={Object.keys(changes).length === 0}
            data-testid="film-save"
          >
            {t('film.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function asTyped(film: Film): Typed {
  return { box_office_usd: film.box_office_usd ?? '', audience_score: film.audience_score ?? '' }
}

/** Only what differs from what is shown. */
function changesOf(film: Film, typed: Typed): Partial<Record<EditableColumn, number | null>> {
  const columns: EditableColumn[] = ['box_office_usd', 'audience_score']
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = typed[column] === '' ? null : Number(typed[column])
      return value === film[column] || Number.isNaN(value) ? [] : [[column, value]]
    }),
  )
}
