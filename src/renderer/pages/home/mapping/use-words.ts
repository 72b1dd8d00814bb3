import { useTranslation } from 'react-i18next'
import type { ColumnProposal } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { MEANING_GROUPS, type MeaningGroup } from './meanings.ts'

/** Meanings and units in words; their names when they are not known here. */
export function useWords() {
  const { t, i18n } = useTranslation('mapping')
  const known = (key: string) => i18n.exists(`mapping:${key}`)
  return {
    meaning: (name: string) => (known(`meaning.${name}`) ? t(`meaning.${name as 'title'}`) : name),
    /** A unit may be called otherwise for one meaning than for the others. */
    unit: (meaning: string, name: string) => {
      if (known(`unit_of.${meaning}.${name}`)) return t(`unit_of.${meaning}.${name}` as 'unit_of.title.title')
      return known(`unit.${name}`) ? t(`unit.${name as 'auto'}`) : name
    },
  }
}

interface Choice {
  value: string
  label: string
}

/** What a column may mean: what it was taken for first, then all the others in their groups. */
export function useMeaningChoices({ means, alternatives }: ColumnProposal) {
  const { t } = useTranslation('mapping')
  const format = useFormat()
  const words = useWords()
  const likely = alternatives.filter((each) => each.means !== means)
  const suggested: Choice[] = [
    ...(means === null ? [] : [{ value: means, label: words.meaning(means) }]),
    ...likely.map((each) => ({
      value: each.means,
      label: `${words.meaning(each.means)} (${format.percent(each.confidence)})`,
    })),
  ]
  const taken = new Set(suggested.map(({ value }) => value))
  const groups = (Object.keys(MEANING_GROUPS) as MeaningGroup[]).map((group) => ({
    group: t(`group.${group}`),
    items: Object.keys(MEANING_GROUPS[group])
      .filter((name) => !taken.has(name))
      .map((name) => ({ value: name, label: words.meaning(name) })),
  }))
  return [
    { value: '', label: t('nothing') },
    ...(suggested.length > 0 ? [{ group: t('group.suggested'), items: suggested }] : []),
    ...groups.filter(({ items }) => items.length > 0),
  ]
}
