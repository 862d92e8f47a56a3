import { say } from '../text.ts'
import { fmtName } from './form-rules.ts'

/** How many letters the register has room for. */
export const nameSizes = { firstNames: 50, middleName: 40, lastName: 40 } as const

/** What holds of the letters of a name, whoever gives it. */
export const namePartRules = [
  fmtName(
    { field: 'firstNames', what: say('fornavnene', 'the first names') },
    nameSizes.firstNames,
  ),
  fmtName(
    { field: 'middleName', what: say('mellemnavnet', 'the middle name'), suffix: '-2' },
    nameSizes.middleName,
  ),
  fmtName(
    { field: 'lastName', what: say('efternavnet', 'the surname'), suffix: '-3' },
    nameSizes.lastName,
  ),
]
