import { daCase } from './da-case.ts'
import { daCourse } from './da-course.ts'
import { daForms } from './da-forms.ts'
import { daLists } from './da-lists.ts'

export const da = { ...daLists, ...daCase, ...daCourse, ...daForms } as const
