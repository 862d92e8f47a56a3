import { codesOfField } from '@sagsgang/events'
import { findField } from '@sagsgang/gctp'

import { page } from './answer.ts'
import type { LookUp } from './answer.ts'
import { fieldsOf } from './write-row.ts'

const registerOpened = '19680402'

/** What the codes of a field are called; the table is named for the field, and one that nobody knows has no rows. */
export const codeTexts: LookUp = ({ keys }) => {
  const field = findField((keys['TABNVN'] ?? '').trim())
  const codes = (field && codesOfField(field)) ?? []
  const wanted = (keys['KOD'] ?? '').trim()
  const items = codes.filter(({ code }) => wanted === '' || code === wanted)
  const write = ({ code, name }: (typeof codes)[number]) =>
    fieldsOf({ KOD: code, TXT: name.da, TXTL: name.da, STARTDATO: registerOpened, SLUTDATO: null })
  return page({ name: 'KODTEKST', items, write }, keys)
}
