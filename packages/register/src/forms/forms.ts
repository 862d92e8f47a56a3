import { familyForms } from './family-forms.ts'
import type { Forms } from './forming.ts'
import { numberForms } from './number-forms.ts'
import { personForms } from './person-forms.ts'
import { residenceForms } from './residence-forms.ts'

/** A small form for every event, by its id. */
export const forms: Forms = { ...numberForms, ...residenceForms, ...familyForms, ...personForms }
