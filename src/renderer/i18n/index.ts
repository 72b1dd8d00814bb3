import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, resources } from './resources.ts'

export { LANGUAGES, type Language } from './resources.ts'

const REMEMBERED = 'cine.language'

function remembered(): Language {
  // The desktop keeps it for every lake.
  if (window.cine) return window.cine.language
  const stored = localStorage.getItem(REMEMBERED)
  return LANGUAGES.find((language) => language === stored) ?? 'fr'
}

void i18next.use(initReactI18next).init({
  resources,
  lng: remembered(),
  // Every text is in both languages; a missing one should be seen, not covered up.
  fallbackLng: false,
  ns: Object.keys(resources.fr),
  defaultNS: 'shell',
  initAsync: false,
  interpolation: { escapeValue: false },
})
document.documentElement.lang = i18next.language

i18next.on('languageChanged', (language) => {
  localStorage.setItem(REMEMBERED, language)
  window.cine?.setLanguage(language as Language)
  document.documentElement.lang = language
})

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language as Language
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language)
}

export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr'
}
