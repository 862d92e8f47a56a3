import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

import { da } from './da.ts'
import { en } from './en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation'
    readonly resources: { readonly translation: typeof da }
  }
}

export type Language = 'da' | 'en'

const storageKey = 'sagsgang.language'

export const startTexts = async (): Promise<void> => {
  const stored = localStorage.getItem(storageKey)
  await i18next.use(initReactI18next).init({
    resources: { da: { translation: da }, en: { translation: en } },
    lng: stored === 'en' ? 'en' : 'da',
    fallbackLng: 'da',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = i18next.language
}

export const switchLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
