import type { EventEffect, Value } from '../effects.ts'
import { authority, code, country, date, name } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { nameColumns } from './name-columns.ts'

/** Who somebody without a number is: what the register makes the number and the first rows of. */
export const newPersonFields = {
  birthDate: date(say('Fødselsdato', 'Birth date'), { key: 'FODT', required: true }),
  sex: code('sex', say('Køn', 'Sex'), { key: 'KON', required: true }),
  firstNames: name(50, say('Fornavne', 'First names'), { wire: 'FORNVN', required: true }),
  middleName: name(40, say('Mellemnavn', 'Middle name'), { wire: 'MELNVN' }),
  lastName: name(40, say('Efternavn', 'Surname'), { wire: 'EFTERNVN', required: true }),
  citizenship: country(say('Statsborgerret', 'Citizenship'), {
    wire: 'STATLANDEKOD',
    required: true,
  }),
}

export function birthAuthority(required: boolean): FieldSpec {
  return authority(say('Fødselsregistreringssted', 'Birth registration authority'), {
    wire: 'FOEDMYNKOD',
    required,
  })
}

interface Standing {
  readonly value: Value
  readonly since: string
  readonly text: Text
}

/** A number, a person of this status, and the name and citizenship that the form gives. */
export function newPersonEffects(status: Standing): readonly EventEffect[] {
  return [
    {
      party: 'person',
      entity: 'person',
      operation: 'assign',
      text: say(
        'et ledigt nummer efter fødselsdato og køn',
        'a free number for birth date and sex',
      ),
    },
    {
      party: 'person',
      entity: 'person',
      operation: 'create',
      set: {
        status: status.value,
        statusDate: { field: status.since },
        sex: { field: 'sex' },
        birthDate: { field: 'birthDate' },
      },
      text: status.text,
    },
    ...givenName(status.since),
    {
      party: 'person',
      entity: 'citizenship',
      operation: 'appendRow',
      set: { country: { field: 'citizenship' } },
      text: say('statsborgerretten, der er angivet', 'the citizenship given'),
    },
  ]
}

/** Searches list people by their addressing name: without one the next search would not find the person. */
function givenName(since: string): readonly EventEffect[] {
  return [
    {
      party: 'person',
      entity: 'name',
      operation: 'appendRow',
      set: nameColumns,
      text: say('navnet, der er angivet', 'the names given'),
    },
    {
      party: 'person',
      entity: 'addressingName',
      operation: 'set',
      set: { addressingName: { derive: 'addressingName', of: 'person' } },
      from: { field: since },
      text: say('adresseringsnavnet, som navnet giver', 'the addressing name that the name gives'),
    },
  ]
}
