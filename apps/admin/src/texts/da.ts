import { daCase } from './da-case.ts'
import { daForms } from './da-forms.ts'
import { daLists } from './da-lists.ts'

export const da = { ...daLists, ...daCase, ...daForms } as const
