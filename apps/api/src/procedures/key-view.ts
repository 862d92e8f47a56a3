import { authorityTypeOf, codesOfField, say, type FieldType, type Text } from '@sagsgang/events'
import type { FormatName, ServiceKey } from '@sagsgang/gctp'

import type { KeyUse, OptionView, ServiceKeyView } from '../catalogue-view.ts'

/** Keys of lists: they say how rows are given, not whose. */
const uses: Readonly<Record<string, KeyUse>> = {
  AIA: 'count',
  AKX: 'markedRows',
  MAXA: 'pageSize',
  REST: 'restart',
}

const controls: Partial<Record<FormatName, FieldType>> = {
  date8: 'date',
  int2: 'number',
  int3: 'number',
  int4: 'number',
  markX: 'flag',
  nameSearch: 'name',
  pnr10: 'pnr',
}

const digits = say('Fire cifre', 'Four digits')

const hints: Partial<Record<FormatName, Text>> = {
  dor4: say('Fx tv, th, mf eller 3', 'Such as tv, th, mf or 3'),
  etage2: say('Fx 2, st eller kl', 'Such as 2, st or kl'),
  husnr4: say('Tal og evt. bogstav, fx 16 eller 16A', 'Number and any letter, such as 16 or 16A'),
  nameSearch: say('Navnet eller en del af det', 'The name or a part of it'),
  post4: digits,
  vej4: digits,
}

const hintsOfKeys: Readonly<Record<string, Text>> = {
  MAXA: say('Hver side er et opslag for sig', 'Each page is a lookup of its own'),
  MYNNVN: say('Navnet eller en del af det', 'The name or a part of it'),
  POSTNVN: say('Navnet eller en del af det', 'The name or a part of it'),
  TABNVN: say(
    'Navnet på det felt, koderne står i, fx CIVST, FKIRK eller STATUS',
    'The name of the field that holds the codes, such as CIVST, FKIRK or STATUS',
  ),
  VNVN: say('Navnet eller begyndelsen af det', 'The name or its beginning'),
}

const municipalityTypes = ['05', '07']

/** Only these of all authorities can be meant. */
const authoritiesMeant: Readonly<Record<string, readonly string[]>> = {
  KOMK: municipalityTypes,
  KOMKOD: municipalityTypes,
  SOGN: ['25'],
}

function optionsOf(key: ServiceKey): readonly OptionView[] | undefined {
  if (key.format === 'markX') return undefined
  const types = authoritiesMeant[key.code]
  return codesOfField(key)
    ?.filter(({ code }) => types === undefined || types.includes(authorityTypeOf(code) ?? ''))
    .map(({ code, name }) => ({ code, name }))
}

/** Formats of text and codes are named for their longest value. */
function lengthOf(format: FormatName): number | undefined {
  const length = /\d+$/.exec(format)?.[0]
  return length === undefined ? undefined : Number(length)
}

/** A key with all that a form needs to ask for it. */
export function toServiceKey(key: ServiceKey): ServiceKeyView {
  const { code, name, format, required } = key
  const options = optionsOf(key)
  const control = controls[format] ?? (options === undefined ? 'text' : 'code')
  const length = control === 'pnr' || control === 'date' ? undefined : lengthOf(format)
  const hint = hintsOfKeys[code] ?? hints[format]
  return {
    code,
    name,
    format,
    required,
    use: uses[code] ?? 'criterion',
    control,
    ...(length !== undefined && { length }),
    ...(hint !== undefined && { hint }),
    ...(options !== undefined && { options }),
  }
}
