import { NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage } from '../i18n/index.ts'

export interface BoundInputProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  onChange(value: number): void
}

/** One end of a range, typed. What is typed halfway («19» of 1990) does not filter yet. */
export function BoundInput({ label, value, min, max, step, onChange }: BoundInputProps) {
  const [draft, setDraft] = useState<number | string>(value)
  const language = useLanguage()
  useEffect(() => setDraft(value), [value])
  const type = (typed: number | string) => {
    setDraft(typed)
    if (typeof typed === 'number' && typed >= min && typed <= max) onChange(typed)
  }
  return (
    <NumberInput
      size="xs"
      label={label}
      value={draft}
      min={min}
      max={max}
      step={step}
      decimalScale={step < 1 ? 1 : 0}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      allowNegative={false}
      onChange={type}
      onBlur={() => setDraft(value)}
    />
  )
}
