import {
  ActionIcon,
  Group,
  Kbd,
  Text,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { otherLanguage, setLanguage, useLanguage } from '../i18n/index.ts'
import icon from './icon.svg'
import { isMac } from './is-mac.ts'
import { LakeBadges } from './lake-badges.tsx'
import classes from './top-bar.module.css'

export function TopBar() {
  const { t } = useTranslation()
  return (
    <div className={classes.bar}>
      <div className={classes.mark}>
        <img src={icon} alt={t('product')} title={t('product')} width={28} height={28} />
      </div>
      <LakeBadges />
      <Group gap={6} wrap="nowrap" ml="auto">
        <PaletteButton />
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
    </div>
  )
}

function PaletteButton() {
  const { t } = useTranslation()
  return (
    <UnstyledButton className={classes.search} onClick={spotlight.open} data-testid="palette-open">
      <IconSearch size={15} aria-hidden />
      <Text span size="sm" flex={1} className={classes.word}>
        {t('palette.open')}
      </Text>
      <Kbd size="xs" className={classes.word}>
        {isMac() ? '⌘ K' : 'Ctrl K'}
      </Kbd>
    </UnstyledButton>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Tooltip label={t('language.switch')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        // What is seen of it is part of what it is called by.
        aria-label={`${t('language.current')} · ${t('language.switch')}`}
        onClick={() => setLanguage(otherLanguage(language))}
        data-testid="language-switch"
      >
        <Text span size="xs" fw={650}>
          {t('language.current')}
        </Text>
      </ActionIcon>
    </Tooltip>
  )
}

export function useThemeSwitch() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  return {
    isDark,
    label: isDark ? t('theme.to_light') : t('theme.to_dark'),
    toggle: () => setColorScheme(isDark ? 'light' : 'dark'),
  }
}

function ThemeSwitch() {
  const { isDark, label, toggle } = useThemeSwitch()
  const Icon = isDark ? IconSun : IconMoon
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        onClick={toggle}
        data-testid="theme-switch"
      >
        <Icon size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
