import { ActionIcon, CloseButton, SegmentedControl, Select, Switch, TextInput, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChartHistogram, IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Params } from '../../../pipeline/api.ts'
import { navigate } from '../../app/router.ts'
import { useFormat } from '../../i18n/format.ts'
import { ColumnsMenu, type ListedColumn } from './columns-menu.tsx'
import classes from './explorer.module.css'
import { ExportMenu } from './export/export-menu.tsx'
import { changeView, toggleSummaries, useExplorer, type ViewName } from './view-state.ts'

export interface ToolbarProps {
  view: ViewName
  columns: readonly ListedColumn[]
  /** Null until the first answer. */
  total: number | null
  /** What is shown, so that it can be exported. */
  question: Omit<Params<'reviews.page'>, 'limit' | 'offset' | 'with_film'>
}

export function Toolbar({ view, columns, total, question }: ToolbarProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  // What is written is what stands in the box, also when its answer is still on its way.
  const typed = useExplorer((state) => state[view].search.trim())
  const { search: _answered, ...others } = question
  return (
    <section className={classes.toolbar} aria-label={t('toolbar')}>
      <SegmentedControl
        size="xs"
        value={view}
        onChange={(next) => navigate({ page: 'explorer', section: next === 'reviews' ? next : null })}
        data={[
          { value: 'films', label: t('films') },
          { value: 'reviews', label: t('reviews') },
        ]}
        aria-label={t('view')}
        className={classes.fixed}
        styles={{ label: { paddingInline: 10 } }}
        data-testid="explorer-view"
      />
      <SearchBox view={view} />
      {view === 'reviews' && <ReviewFilters />}
      <output className={classes.count} data-view={view} data-testid="explorer-count">
        {total === null ? '' : t(`count_${view}`, { count: total, formatted: format.integer(total) })}
      </output>
      {view === 'films' && <SummariesSwitch />}
      <ColumnsMenu view={view} columns={columns} />
      <ExportMenu
        view={view}
        columns={columns}
        total={total ?? 0}
        question={typed ? { ...others, search: typed } : others}
      />
    </section>
  )
}

function SearchBox({ view }: { view: ViewName }) {
  const { t } = useTranslation('explorer')
  const box = useRef<HTMLInputElement>(null)
  const { search } = useExplorer((state) => state[view])
  const clear = () => changeView(view, { search: '' })
  useHotkeys([['mod + F', () => box.current?.select()]], [])
  return (
    <TextInput
      ref={box}
      size="xs"
      className={classes.search}
      value={search}
      maxLength={500}
      placeholder={t(`search_${view}`)}
      aria-label={t(`search_${view}`)}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        search && <CloseButton size="xs" aria-label={t('empty.clear_search')} onClick={clear} tabIndex={-1} />
      }
      onChange={(event) => changeView(view, { search: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()
        else if (event.key === 'Escape' && search) clear()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
      data-search-box
      data-testid="explorer-search"
    />
  )
}

function ReviewFilters() {
  const { t } = useTranslation('explorer')
  const { sentiment, topCritic } = useExplorer(({ reviews }) => reviews)
  return (
    <>
      <Select
        size="xs"
        w={112}
        className={classes.fixed}
        value={sentiment ?? 'all'}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('all_reviews') },
          { value: 'positive', label: t('positive_reviews') },
          { value: 'negative', label: t('negative_reviews') },
        ]}
        onChange={(next) => changeView('reviews', { sentiment: sentimentOf(next) })}
        aria-label={t('codes.sentiment.label')}
      />
      <Switch
        size="xs"
        className={classes.fixed}
        label={t('top_critics')}
        checked={topCritic}
        onChange={(event) => changeView('reviews', { topCritic: event.currentTarget.checked })}
        styles={{ label: { whiteSpace: 'nowrap' } }}
      />
    </>
  )
}

export function sentimentOf(value: string | null): 'positive' | 'negative' | null {
  return value === 'positive' || value === 'negative' ? value : null
}

function SummariesSwitch() {
  const { t } = useTranslation('explorer')
  const shown = useExplorer(({ summaries }) => summaries)
  return (
    <Tooltip label={shown ? t('summary.hide') : t('summary.show')}>
      <ActionIcon
        size={30}
        variant={shown ? 'light' : 'default'}
        aria-label={t('summary.show')}
        aria-pressed={shown}
        onClick={toggleSummaries}
      >
        <IconChartHistogram size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
