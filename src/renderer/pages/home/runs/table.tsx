import { ActionIcon, Anchor, Button, Checkbox, Group, Menu, Table, Tooltip } from '@mantine/core'
import { IconDots, IconPlayerTrackNext } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/error-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../history.module.css'
import { runChosen } from '../run-pipeline.ts'
import { StateBadge } from '../state-badge.tsx'
import { useHomeState } from '../use-home-state.ts'
import type { RunLine } from './lines.ts'
import { RunActions } from './run-actions.tsx'
import { openDetails } from './store.ts'

const FIGURES = ['films', 'reviews', 'size', 'took'] as const

export function RunsTable({
  lines,
  chosen,
  onToggle,
}: {
  lines: RunLine[]
  chosen: string[]
  onToggle(run: string): void
}) {
  const { t } = useTranslation('home')
  return (
    <div className={classes.frame}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover data-testid="runs-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={34}>
              <span className="visually-hidden">{t('runs.choose')}</span>
            </Table.Th>
            <Table.Th>{t('history.status')}</Table.Th>
            <Table.Th>{t('history.run')}</Table.Th>
            <Table.Th>{t('history.when')}</Table.Th>
            {FIGURES.map((figure) => (
              <Table.Th key={figure} ta="right">
                {t(`runs.${figure}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('history.error')}</Table.Th>
            <Table.Th w={40}>
              <span className="visually-hidden">{t('runs.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line key={line.run_id} line={line} chosen={chosen.includes(line.run_id)} onToggle={onToggle} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Line({ line, chosen, onToggle }: { line: RunLine; chosen: boolean; onToggle(run: string): void }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { run_id, state, kept, n_rows } = line
  return (
    <Table.Tr data-testid={`run-${state}`}>
      <Table.Td>
        {kept && (
          <Checkbox
            size="xs"
            checked={chosen}
            onChange={() => onToggle(run_id)}
            aria-label={t('runs.choose_run', { run: run_id })}
          />
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <StateBadge name={state}>{t(`run_state.${state}`)}</StateBadge>
          {line.warnings > 0 && (
            <StateBadge name="warning">
              {t('runs.warnings', { count: line.warnings, formatted: format.integer(line.warnings) })}
            </StateBadge>
          )}
          {n_rows !== null && (
            <StateBadge name="partial">{t('runs.partial', { n: format.integer(n_rows) })}</StateBadge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ff="monospace" fz="xs" className={classes.nowrap}>
        <Anchor component="button" type="button" inherit onClick={() => openDetails(run_id)}>
          {run_id}
        </Anchor>
      </Table.Td>
      <Table.Td className={classes.nowrap}>{format.dateTime(line.at)}</Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {format.integer(line.films)}
      </Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {format.integer(line.reviews)}
      </Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {format.bytes(line.bytes)}
      </Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {format.seconds(line.seconds)}
      </Table.Td>
      <Table.Td className={classes.cell}>
        <Why line={line} />
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('runs.actions_of', { run: run_id })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <RunActions line={line} />
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

/** Why a run stopped, and how to go on. */
function Why({ line }: { line: RunLine }) {
  const { t } = useTranslation('home')
  const errorText = useErrorText()
  const { running, isReady } = useHomeState()
  const { error, resumes } = line
  return (
    <Group gap={8} wrap="nowrap">
      {error && <span title={errorText(error).sentence}>{error.code}</span>}
      {resumes && (
        <Tooltip label={t(`runs.resumes_${resumes}`)} multiline maw={320}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlayerTrackNext size={13} aria-hidden />}
            disabled={running || !isReady}
            onClick={() => void runChosen()}
            data-testid="resume-run"
          >
            {t('resume')}
          </Button>
        </Tooltip>
      )}
    </Group>
  )
}
