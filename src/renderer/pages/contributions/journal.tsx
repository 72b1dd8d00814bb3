import { ActionIcon, Alert, Anchor, Badge, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconLink, IconMessage, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Contribution, ContributionsList, EditableColumn } from '../../../pipeline/api.ts'
import { addressOf } from '../../app/router.ts'
import { engine } from '../../bridge/engine.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contributions.module.css'
import { exactScore } from './exact-score.ts'
import { useSave } from './use-save.ts'

const ICONS = { review: IconMessage, film: IconPencil, match: IconLink } as const

/** Who changed what, when, from what to what, and why; the latest first. */
export function Journal({ list }: { list: ContributionsList }) {
  const { t } = useTranslation('contributions')
  return (
    <>
      <Title order={2} id="journal-title" mb="sm">
        {t('journal.title')}
      </Title>
      {list.contributions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('journal.empty')}
        </Text>
      ) : (
        <ol className={classes.journal} data-testid="journal">
          {list.contributions.map((each) => (
            <Line key={each.id} contribution={each} />
          ))}
        </ol>
      )}
    </>
  )
}

function Line({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const { save, saving, error } = useSave()
  const { id, kind, active, film_found, film_id, author, created_at, reason } = contribution
  const film = `${contribution.film_title ?? film_id}${contribution.film_year === null ? '' : ` (${contribution.film_year})`}`
  const turn = active ? 'undo' : 'redo'
  const Icon = ICONS[kind]
  const Turn = active ? IconArrowBackUp : IconArrowForwardUp
  return (
    <li className={classes.line} data-undone={!active || undefined} data-testid="contribution">
      <Icon size={17} stroke={1.6} aria-hidden className={classes.icon} />
      <div className={classes.grow}>
        <Group gap={8}>
          {film_found ? (
            <Anchor
              href={addressOf({ page: 'explorer', film: film_id })}
              size="sm"
              fw={600}
              title={t('journal.open_film')}
            >
              {t(`journal.${kind}_of`, { film })}
            </Anchor>
          ) : (
            <Text size="sm" fw={600}>
              {t(`journal.${kind}_of`, { film })}
            </Text>
          )}
          {!active && (
            <Badge size="sm" color="gray" variant="light" tt="none">
              {t('journal.state_undone')}
            </Badge>
          )}
          {active && !film_found && (
            <Badge size="sm" color="orange" variant="light" tt="none">
              {t('journal.state_waiting')}
            </Badge>
          )}
        </Group>
        <What contribution={contribution} />
        <Text size="xs" c="dimmed">
          {t('journal.by', { author, when: format.dateTime(created_at) })}
          {reason && ` · ${t('journal.reason', { reason })}`}
        </Text>
        <Conflicts contribution={contribution} />
        {error && <ErrorState error={error} />}
      </div>
      <Tooltip label={t(`journal.${turn}_this`)}>
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={saving}
          aria-label={`${t(`journal.${turn}_this`)} : ${film}`}
          onClick={() =>
            void save(() => engine.request(`contributions.${turn}`, { id }), t(active ? 'undone' : 'redone'))
          }
        >
          <Turn size={17} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

function What({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const written = useWritten()
  const { after, before } = contribution
  if ('review_text' in after) {
    const ratio = after.score_ratio === null ? '' : ` = ${format.percent(after.score_ratio)}`
    return (
      <Text size="sm" lineClamp={3} className={classes.quote}>
        {after.score_raw && <b>{`${after.score_raw}${ratio} `}</b>}
        {after.review_text}
      </Text>
    )
  }
  if ('candidate' in after) {
    const candidate = `${after.candidate_title ?? after.candidate} [${after.candidate}]`
    return (
      <Text size="sm">
        {t(after.same ? 'journal.match_same' : 'journal.match_different', { candidate })}{' '}
        <Text span size="xs" c="dimmed">
          {t('journal.match_next')}
        </Text>
      </Text>
    )
  }
  const columns = (Object.keys(after) as EditableColumn[]).filter((column) => after[column] !== undefined)
  return (
    <>
      {columns.map((column) => (
        <Text size="sm" key={column}>
          {t(`journal.${column}`)} : <s>{written(column, before?.[column])}</s> →{' '}
          <b>{written(column, after[column])}</b>
        </Text>
      ))}
    </>
  )
}

/** What the sources say by now, when it is no longer what was corrected. */
function Conflicts({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation('contributions')
  const written = useWritten()
  return contribution.conflicts.map(({ column, source_was, source_is }) => (
    <Alert key={column} color="orange" variant="light" p={6} mt={4} data-testid="conflict">
      <Text size="xs">
        {t(`journal.${column}`)} :{' '}
        {t('journal.conflict', {
          was: written(column, source_was),
          is: written(column, source_is),
        })}
      </Text>
    </Alert>
  ))
}

/** Exactly as it was written, or that it is not known. */
function useWritten(): (column: EditableColumn, value: number | null | undefined) => string {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  return (column, value) => {
    if (value === null || value === undefined) return t('film.unknown')
    return column === 'box_office_usd' ? format.money(value) : exactScore(format, value)
  }
}
