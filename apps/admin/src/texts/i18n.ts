import { createInstance } from 'i18next'
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
const dictionary = createInstance()

export const startTexts = async (): Promise<void> => {
  const stored = localStorage.getItem(storageKey)
  await dictionary.use(initReactI18next).init({
    resources: { da: { translation: da }, en: { translation: en } },
    lng: stored === 'en' ? 'en' : 'da',
    fallbackLng: 'da',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = dictionary.language
}

export const switchLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await dictionary.changeLanguage(language)
}
