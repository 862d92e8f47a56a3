import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Language } from './i18n.ts'

/** What the catalogue and the api say in both languages. */
export interface Bilingual {
  readonly da: string
  readonly en: string
}

export interface Texts {
  readonly t: TFunction
  readonly language: Language
  /** The reader's language of a text that comes in both. */
  readonly text: (bilingual: Bilingual) => string
}

export const useTexts = (): Texts => {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'da'
  return { t, language, text: (bilingual) => bilingual[language] }
}
