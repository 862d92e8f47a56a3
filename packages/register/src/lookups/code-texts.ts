import { optionsOf } from '@sagsgang/events'

import { page, tableOf } from './answer.ts'
import type { LookUp } from './answer.ts'
import { fieldsOf } from './write-row.ts'

/** What the codes of a list are called; a list that nobody knows has none. */
export const codeTexts: LookUp = ({ keys }) => {
  const codes = optionsOf({ codeList: (keys['TABNVN'] ?? '').trim().toLowerCase() }) ?? []
  const wanted = (keys['KOD'] ?? '').trim()
  const rows = codes
    .filter(({ code }) => wanted === '' || code === wanted)
    .map(({ code, name }) =>
      fieldsOf({ KOD: code, TXT: name.da, TXTL: name.da, STARTDATO: '19680402', SLUTDATO: null }),
    )
  return page(tableOf('KODTEKST', rows), keys)
}
