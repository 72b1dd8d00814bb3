import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Film, ScoreReading } from '../../../pipeline/api.ts'
import { engine } from '../../bridge/engine.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { scoreExample } from './score-example.ts'
import { useSave } from './use-save.ts'

type Sentiment = 'auto' | 'positive' | 'negative'
const EMPTY = { score: '', critic: '', publication: '', text: '', sentiment: 'auto' as Sentiment }

/** A review of a film; how its score is understood is shown while it is typed. */
export function ReviewForm({ film, author }: { film: Film; author: string | undefined }) {
  const { t } = useTranslation('contributions')
  const [typed, setTyped] = useState(EMPTY)
  const { saving, error, save } = useSave()
  const score = useReading(typed.score)
  const set = (change: Partial<typeof EMPTY>) => setTyped({ ...typed, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { sentiment, ...texts } = typed
    const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ''))
    const params = {
      film_id: film.film_id,
      text: typed.text,
      ...given,
      ...(sentiment === 'auto' ? {} : { sentiment }),
      ...(author ? { author } : {}),
    }
    if (await save(() => engine.request('contributions.review', params), t('saved'))) setTyped(EMPTY)
  }
  return (
    <form onSubmit={(event) => void submit(event)} data-testid="review-form">
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label={t('review.score')}
            placeholder={t('review.score_placeholder')}
            value={typed.score}
            maxLength={100}
            onChange={(event) => set({ score: event.currentTarget.value })}
            error={score.refused}
            description={score.understood}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data-testid="review-score"
          />
          <div>
            <Text size="sm" fw={500} mb={2} id="review-sentiment">
              {t('review.sentiment')}
            </Text>
            <SegmentedControl<Sentiment>
              fullWidth
              size="xs"
              value={typed.sentiment}
              onChange={(sentiment) => set({ sentiment })}
              aria-labelledby="review-sentiment"
              data={(['auto', 'positive', 'negative'] as const).map((value) => ({
                value,
                label: t(`review.${value}`),
              }))}
            />
          </div>
        </Group>
        <Group grow>
          <TextInput
            label={t('review.critic')}
            value={typed.critic}
            maxLength={500}
            onChange={(event) => set({ critic: event.currentTarget.value })}
          />
          <TextInput
            label={t('review.publication')}
            value={typed.publication}
            maxLength={500}
            onChange={(event) => set({ publication: event.currentTarget.value })}
          />
        </Group>
        <Textarea
          label={t('review.text')}
          required
          autosize
          minRows={4}
          maxRows={12}
          maxLength={50_000}
          value={typed.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          data-testid="review-text"
        />
        {error && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={saving}
            disabled={typed.text.trim() === '' || score.refused !== null}
            data-testid="review-save"
          >
            {t('review.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** How a score is understood, in words. */
function useReading(typed: string): { understood: string | null; refused: string | null } {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const [score] = useDebouncedValue(typed.trim(), 120)
  const { data } = useEngineQuery('contributions.score', { score }, { enabled: score !== '' })
  if (score === '' || typed.trim() === '' || !data) return { understood: null, refused: null }
  return {
    understood: understood(data),
    refused:
      data.score_ratio === null && data.score_scale !== 'bare' ? t('review.score_not_understood') : null,
  }

  function understood({ score_ratio, score_scale }: ScoreReading): string | null {
    if (score_ratio !== null) return t('review.score_as', { ratio: format.percent(score_ratio) })
    return score_scale === 'bare' ? t('review.score_bare', { example: scoreExample(score) }) : null
  }
}
