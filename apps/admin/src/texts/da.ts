import { daCase } from './da-case.ts'
import { daChange } from './da-change.ts'
import { daCourse } from './da-course.ts'
import { daDrift } from './da-drift.ts'
import { daForms } from './da-forms.ts'
import { daHistory } from './da-history.ts'
import { daLanding } from './da-landing.ts'
import { daLists } from './da-lists.ts'
import { daLookUp } from './da-look-up.ts'
import { daRegister } from './da-register.ts'
import { daStuck } from './da-stuck.ts'

export const da = {
  ...daLists,
  ...daLookUp,
  ...daCase,
  ...daChange,
  ...daCourse,
  ...daDrift,
  ...daForms,
  ...daHistory,
  ...daRegister,
  ...daStuck,
  ...daLanding,
} as const
