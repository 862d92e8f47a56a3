import type { CaseDataChange } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { searchKey } from '../register-view.ts'
import { arrival, livingThere } from './entry-trials.ts'
import { civil, row, viewOf } from './people.ts'

/** Somebody without a number who comes to live here, alone or to a spouse. */

export const given = '0304904114'
export const husband = '0709614231'
export const mother = '0709614096'
export const born = { birthDate: '19900403', sex: 'K' }

export const sound: Facts = {
  data: {
    ...born,
    firstNames: 'Zoë Maria',
    lastName: 'Kowalska',
    citizenship: '5154',
    civilStatus: 'U',
    birthAuthority: '5154',
    churchRelation: 'U',
    ...arrival,
  },
  view: { ...livingThere()(viewOf()), matches: { [searchKey(born)]: [] } },
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

export const married: CaseDataChange = {
  civilStatus: 'G',
  civilStatusDate: '20150601',
  spousePersonnummer: husband,
}

export const byName = row(
  'civilStatus',
  { civilStatus: 'G', spouseName: 'Zoe Kowalska' },
  { start: '20150601' },
)
export const taken = civil('G', '0709614400')
