import { ActionIcon, Anchor, Button, Group, Table, Text, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AmbiguousPair } from '../../../../pipeline/api.ts'
import { addressOf } from '../../../app/router.ts'
import { engine, useWork } from '../../../bridge/engine.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import { filmsOf } from './films-of.ts'

/** Two films beside each other, and what somebody says of them. */
export function Pair({ pair, canSettle }: { pair: AmbiguousPair; canSettle: boolean }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { film, candidate } = filmsOf(pair)
  return (
    <Table.Tr data-testid="ambiguous-pair">
      <Table.Td>
        <Film id={film} title={pair.title} year={pair.year} shown={pair.film} source={pair.source} />
      </Table.Td>
      <Table.Td>
        <Film id={candidate} title={pair.candidate_title} year={pair.candidate_year} shown={pair.candidate} />
      </Table.Td>
      <Table.Td ta="right">{format.percent(pair.score, 1)}</Table.Td>
      <Table.Td>{t(`ambiguous.${pair.reason}`)}</Table.Td>
      <Table.Td>
        <Decision pair={pair} canSettle={canSettle} />
      </Table.Td>
    </Table.Tr>
  )
}

interface FilmProps {
  /** In the published films. */
  id: string
  title: string | null
  year: number | null
  shown: string
  source?: string
}

function Film({ id, title, year, shown, source }: FilmProps) {
  const sourceName = useSourceName()
  const name = `${title ?? shown}${year === null ? '' : ` (${year})`}`
  const from = source === undefined || source === 'rt_id' ? null : sourceName(source)
  return (
    <>
      <Anchor href={addressOf({ page: 'explorer', film: id })} size="sm">
        {name}
      </Anchor>
      <Text size="xs" c="dimmed">
        {from === null ? shown : `${from} · ${shown}`}
      </Text>
    </>
  )
}

function Decision({ pair, canSettle }: { pair: AmbiguousPair; canSettle: boolean }) {
  const { t } = useTranslation('quality')
  const { working, error, work } = useWork()
  const { source, film, candidate, decision } = pair
  const settle = async (same: boolean) => {
    if (await work(() => engine.request('contributions.match', { source, film, candidate, same })))
      notifications.show({ color: 'teal', message: t('ambiguous.saved') })
  }
  const takeBack = async (id: string) => {
    if (await work(() => engine.request('contributions.undo', { id })))
      notifications.show({ color: 'teal', message: t('ambiguous.taken_back') })
  }
  return (
    <>
      {decision ? (
        <Group gap={4} wrap="nowrap">
          <Text span size="sm" fw={600} data-testid="decision">
            {t(decision.same ? 'ambiguous.said_same' : 'ambiguous.said_different')}
          </Text>
          <Tooltip label={t('ambiguous.take_back')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              loading={working}
              aria-label={t('ambiguous.take_back')}
              onClick={() => void takeBack(decision.contribution_id)}
            >
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ) : (
        <Group gap={6} wrap="nowrap">
          {([true, false] as const).map((same) => (
            <Button
              key={String(same)}
              size="compact-xs"
              variant="default"
              disabled={!canSettle || working}
              onClick={() => void settle(same)}
              data-testid={same ? 'settle-same' : 'settle-different'}
            >
              {t(same ? 'ambiguous.same' : 'ambiguous.different')}
            </Button>
          ))}
        </Group>
      )}
      {error && <ErrorState error={error} />}
    </>
  )
}
