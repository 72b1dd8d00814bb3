import { Group, Popover, RangeSlider, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets } from '../../pipeline/api.ts'
import { BoundInput } from './bound-input.tsx'
import buttonClasses from './filter-button.module.css'
import { ClearFilter, FilterButton } from './filter-button.tsx'
import { type Bin, Histogram } from './histogram.tsx'
import { useFacets } from './use-facets.ts'

type Bound = number | undefined

export interface RangeFilterProps {
  name: string
  lowName: string
  highName: string
  /** Everything there is: a bound at its end filters nothing. */
  extent: readonly [number, number]
  step: number
  value: [Bound, Bound]
  /** What its histogram shows. */
  binsOf(facets: Facets): Bin[]
  format(value: number): string
  disabled: boolean
  /** Why it is disabled; null while that is not known. */
  why: string | null
  onChange(low: Bound, high: Bound): void
  testId: string
}

/** A range by its histogram: dragged, stepped by keyboard, or typed. */
export function RangeFilter(props: RangeFilterProps) {
  const { name, lowName, highName, step, binsOf, format, onChange } = props
  const [low, high] = props.value
  const extent = including(props.extent, low, high)
  const range: [number, number] = [low ?? extent[0], high ?? extent[1]]
  const { t } = useTranslation('filters')
  const [opened, setOpened] = useState(false)
  const active = useRangeText(props.value, format)
  const change = (from: number, to: number) =>
    onChange(from <= extent[0] ? undefined : from, to >= extent[1] ? undefined : to)
  const bounds = { step, min: extent[0], max: extent[1] }

  return (
    <div className={buttonClasses.pair}>
      <Popover
        opened={opened}
        onChange={setOpened}
        width={340}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <FilterButton
            name={name}
            active={active}
            disabled={props.disabled}
            title={props.disabled && props.why ? props.why : undefined}
            onClick={() => setOpened(!opened)}
            data-testid={props.testId}
          />
        </Popover.Target>
        <Popover.Dropdown aria-label={name}>
          <Stack gap="sm">
            <div>
              <FilmsBehind binsOf={binsOf} extent={extent} selected={range} />
              <RangeSlider
                {...bounds}
                size={4}
                thumbSize={16}
                minRange={0}
                value={range}
                onChange={([from, to]) => change(round(from, step), round(to, step))}
                label={null}
                thumbFromLabel={`${name}, ${lowName}`}
                thumbToLabel={`${name}, ${highName}`}
                thumbValueText={format}
              />
            </div>
            <Group grow gap="sm">
              <BoundInput
                {...bounds}
                label={lowName}
                value={range[0]}
                onChange={(from) => change(from, range[1])}
              />
              <BoundInput
                {...bounds}
                label={highName}
                value={range[1]}
                onChange={(to) => change(range[0], to)}
              />
            </Group>
            <Text size="xs" c="dimmed">
              {t('films_in_view')}
            </Text>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {active !== null && <ClearFilter name={name} onClear={() => onChange(undefined, undefined)} />}
    </div>
  )
}

/** Only there while the control is open. */
function FilmsBehind({
  binsOf,
  ...range
}: Pick<RangeFilterProps, 'binsOf' | 'extent'> & { selected: [number, number] }) {
  const facets = useFacets()
  return <Histogram bins={facets ? binsOf(facets) : []} {...range} />
}

function useRangeText([low, high]: [Bound, Bound], format: (value: number) => string): string | null {
  const { t } = useTranslation('filters')
  if (low !== undefined && high !== undefined) {
    if (low === high) return format(low)
    return t('range_value', { low: format(low), high: format(high) })
  }
  if (low !== undefined) return t('from_value', { low: format(low) })
  return high === undefined ? null : t('to_value', { high: format(high) })
}

/** An address may ask for more than there is. */
function including([from, to]: readonly [number, number], low: Bound, high: Bound): [number, number] {
  return [Math.min(from, low ?? from, high ?? from), Math.max(to, high ?? to, low ?? to)]
}

/** Without the dust of binary fractions: 7.1, not 7.1000000000000005. */
function round(value: number, step: number): number {
  const digits = step < 1 ? 1 : 0
  return Number(value.toFixed(digits))
}
