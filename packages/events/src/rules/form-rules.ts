import { isGiven, listOf, textOf } from '../case-data.ts'
import { isCodeOf } from '../code-lists/code-lists.ts'
import type { RuleSpec } from '../define-event.ts'
import { unknownPnr } from '../pnr.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { fitsAddress, isRegisterText } from './register-text.ts'

interface Value<F extends string> {
  readonly field: F
  /** In the definite form: `the surname`. */
  readonly what: Text
  readonly suffix?: string
}

export function ofList<F extends string>(value: Value<F>, codeList: string): RuleSpec<F> {
  const { field, what, suffix = '' } = value
  return {
    id: `code${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(say(`${what.da} er ikke en kendt kode`, `${what.en} is not a known code`)),
    isRaised: ({ data }) => isGiven(data, field) && !isCodeOf(codeList, textOf(data, field)),
  }
}

/** ISO-8859-1 letters: what the register can take. */
const nameCharacters = /^[A-Za-zÀ-ÖØ-öø-ÿ' -]*$/u
const addressingNameCharacters = /^[A-Za-zÀ-ÖØ-öø-ÿ', -]*$/u

export function fmtName<F extends string>(value: Value<F>, length: number): RuleSpec<F> {
  const { field, what, suffix = '' } = value
  return {
    id: `fmt-name${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må kun indeholde bogstaver, mellemrum, bindestreg og apostrof og højst have ${length} tegn`,
        `${what.en} may contain only letters, blanks, hyphen and apostrophe, and at most ${length} characters`,
      ),
    ),
    isRaised: ({ data }) => {
      const text = textOf(data, field)
      return !nameCharacters.test(text) || text.length > length
    },
  }
}

export function fmtAddressingName<F extends string>({ field, what }: Value<F>): RuleSpec<F> {
  return {
    id: 'fmt-name',
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må kun indeholde bogstaver, mellemrum, komma, bindestreg og apostrof`,
        `${what.en} may contain only letters, blanks, comma, hyphen and apostrophe`,
      ),
    ),
    isRaised: ({ data }) => !addressingNameCharacters.test(textOf(data, field)),
  }
}

/** At most five lines of 34 characters. */
export function fmtLines<F extends string>(value: Value<F>): RuleSpec<F> {
  const { field, what, suffix = '' } = value
  return {
    id: `fmt-lines${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må højst være fem linjer à 34 tegn`,
        `${what.en} must be at most five lines of 34 characters`,
      ),
    ),
    isRaised: ({ data }) => !fitsAddress(listOf(data, field)),
  }
}

/** Characters that the register can take, in a text or in each line of one. */
export function fmtText<F extends string>(value: Value<F>, length?: number): RuleSpec<F> {
  const { field, what, suffix = '' } = value
  return {
    id: `fmt-text${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} har tegn, som CPR ikke kan modtage, eller er for lang`,
        `${what.en} has characters that CPR cannot take, or is too long`,
      ),
    ),
    isRaised: ({ data }) =>
      [textOf(data, field), ...listOf(data, field)].some(
        (text) => !isRegisterText(text) || text.length > (length ?? text.length),
      ),
  }
}

export function fmtNumbers<F extends string>(
  fields: readonly F[],
  what: Text,
  length = 4,
): RuleSpec<F> {
  return {
    id: 'fmt-num',
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields,
    message: sentence(
      say(
        `${what.da} må kun indeholde cifre, højst ${length}`,
        `${what.en} may contain only digits, at most ${length}`,
      ),
    ),
    isRaised: ({ data }) =>
      fields.some(
        (field) => !/^\d*$/.test(textOf(data, field)) || textOf(data, field).length > length,
      ),
  }
}

export function filledIn<F extends string>(fields: readonly F[], what: Text): RuleSpec<F> {
  return {
    id: 'req',
    layer: 'syntactic',
    severity: 'error',
    basis: 'modelled',
    fields,
    message: sentence(say(`${what.da} skal udfyldes`, `${what.en} must be filled in`)),
    isRaised: ({ data }) => fields.some((field) => textOf(data, field).trim() === ''),
  }
}

/** A document or decision is named, if only by a word. */
export function documented<F extends string>(field: F, what: Text): RuleSpec<F> {
  return {
    id: 'doc',
    layer: 'cross-field',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: say(
      `Feltet skal nævne ${what.da}, som registreringen hviler på`,
      `The field must name ${what.en} that the registration rests on`,
    ),
    // A dash or a full stop names nothing.
    isRaised: ({ data }) => !/[\p{L}\p{N}]/u.test(textOf(data, field)),
  }
}

export function twoPersons<F extends string>(
  fields: { readonly one: F; readonly other: F },
  who: { readonly one: Text; readonly other: Text },
): RuleSpec<F> {
  return {
    id: 'two',
    layer: 'cross-field',
    severity: 'error',
    basis: 'modelled',
    fields: [fields.other],
    message: sentence(
      say(
        `${who.one.da} og ${who.other.da} skal være to forskellige personer`,
        `${who.one.en} and ${who.other.en} must be two different persons`,
      ),
    ),
    isRaised: ({ data }) =>
      isGiven(data, fields.other) &&
      textOf(data, fields.other) !== unknownPnr &&
      textOf(data, fields.one) === textOf(data, fields.other),
  }
}
