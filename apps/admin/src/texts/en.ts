import type { da } from './da.ts'
import { enCase } from './en-case.ts'
import { enChange } from './en-change.ts'
import { enCourse } from './en-course.ts'
import { enDrift } from './en-drift.ts'
import { enForms } from './en-forms.ts'
import { enHistory } from './en-history.ts'
import { enLanding } from './en-landing.ts'
import { enLists } from './en-lists.ts'
import { enLookUp } from './en-look-up.ts'
import { enRegister } from './en-register.ts'
import { enStuck } from './en-stuck.ts'
import type { Twin } from './twin.ts'

export const en: Twin<typeof da> = {
  ...enLists,
  ...enLookUp,
  ...enCase,
  ...enChange,
  ...enCourse,
  ...enDrift,
  ...enForms,
  ...enHistory,
  ...enRegister,
  ...enStuck,
  ...enLanding,
}
