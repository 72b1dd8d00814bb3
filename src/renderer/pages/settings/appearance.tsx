import { Input, type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, setLanguage, useLanguage } from '../../i18n/index.ts'
import { Card } from './card.tsx'

const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }
const THEMES: MantineColorScheme[] = ['auto', 'light', 'dark']

/** How the window speaks and looks; kept in this window. */
export function Appearance() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Card title={t('appearance.title')}>
      <Input.Wrapper label={t('appearance.language')} labelElement="div">
        <SegmentedControl<Language>
          fullWidth
          mt={4}
          aria-label={t('appearance.language')}
          value={language}
          onChange={setLanguage}
          data={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
          data-testid="setting-language"
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('appearance.theme')} labelElement="div">
        <SegmentedControl<MantineColorScheme>
          fullWidth
          mt={4}
          aria-label={t('appearance.theme')}
          value={colorScheme}
          onChange={setColorScheme}
          data={THEMES.map((value) => ({ value, label: t(`appearance.${value}`) }))}
          data-testid="setting-theme"
        />
      </Input.Wrapper>
    </Card>
  )
}
