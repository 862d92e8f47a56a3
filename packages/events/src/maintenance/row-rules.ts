import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { entities as columnsByEntity } from '../entities.ts'
import type { Entity } from '../entities.ts'
import { isOpenOn } from '../person-facts.ts'
import { exists, fmtPnr } from '../rules/person-rules.ts'
import { personIn } from '../rules/subjects.ts'
import { say } from '../text.ts'
import { areRowsShown } from '../wire/wire-tables.ts'
import { rowMeant, rowsAfter } from './row-meant.ts'

const person = say('personen', 'the person')

/** A ground has words: a dash explains nothing. It stays in the case, so that any letter will do. */
const reason: RuleSpec = {
  id: 'reason',
  layer: 'syntactic',
  severity: 'error',
  basis: 'inferred',
  fields: ['reason'],
  message: say(
    'Begrundelsen skal sige med ord, hvad der er galt',
    'The reason must say in words what is wrong',
  ),
  isRaised: ({ data }) =>
    isGiven(data, 'reason') && !/[\p{L}\p{N}]{2}/u.test(textOf(data, 'reason')),
}

/** What holds for all maintenance of a person's data. */
export const maintenanceRules: readonly RuleSpec[] = [
  fmtPnr({ field: 'personnummer', who: person }),
  reason,
  exists({ field: 'personnummer', who: person }),
]

/** What must hold of the row before it may be corrected. */
export function rowRules(
  entities: readonly Entity[],
  which: 'current' | 'former',
): readonly RuleSpec[] {
  return [rowIsThere(entities), rowIsValid(entities), rowIsInPlace(entities, which)]
}

/** What must hold of it before it may be undone: what an event ended is undone as if it still stood. */
export function undoneRowRules(
  entities: readonly Entity[],
  which: 'current' | 'former',
): readonly RuleSpec[] {
  const inPlace = which === 'current' ? nothingCameLater(entities) : rowIsInPlace(entities, which)
  return [rowIsThere(entities), rowIsValid(entities), inPlace]
}

function rowIsThere(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'row',
    layer: 'register',
    severity: 'error',
    basis: 'sourced',
    fields: ['timestamp'],
    message: say(
      'Personen har ingen række af denne slags med det tidsstempel',
      'The person has no row of this kind with that time stamp',
    ),
    isRaised: (facts) => areShown(facts, entities) && rowMeant(facts, entities) === undefined,
  }
}

/** Some rows are shown only while they stand, by the status: of others the register alone can tell. */
function areShown(facts: Facts, entities: readonly Entity[]): boolean {
  const subject = personIn(facts, 'personnummer')
  return subject !== undefined && entities.every((one) => areRowsShown(one, subject.status))
}

function rowIsValid(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'marked',
    layer: 'register',
    severity: 'error',
    basis: 'sourced',
    fields: ['timestamp'],
    message: say(
      'Rækken er allerede rettet eller fortrudt og står kun som bevis',
      'The row is already corrected or undone, and stands only as proof',
    ),
    isRaised: (facts) => (rowMeant(facts, entities)?.mark ?? null) !== null,
  }
}

const misplaced = {
  current: say(
    'Rækken er ikke længere den nuværende: behandl den som tidligere data, eller fortryd det senere først',
    'The row is no longer the current one: treat it as former data, or undo what came later first',
  ),
  former: say(
    'Rækken er den nuværende: behandl den som nuværende data',
    'The row is the current one: treat it as current data',
  ),
} as const

function rowIsInPlace(entities: readonly Entity[], which: 'current' | 'former'): RuleSpec {
  return {
    id: which,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: ['timestamp'],
    message: misplaced[which],
    isRaised: (facts) => {
      const row = rowMeant(facts, entities)
      return row?.mark === null && isOpenOn(row, facts.today) !== (which === 'current')
    },
  }
}

function nothingCameLater(entities: readonly Entity[]): RuleSpec {
  return {
    ...rowIsInPlace(entities, 'current'),
    isRaised: (facts) => {
      const row = rowMeant(facts, entities)
      const subject = personIn(facts, 'personnummer')
      if (row?.mark !== null || subject === undefined) return false
      return !isOpenOn(row, facts.today) && rowsAfter(subject, row).length > 0
    },
  }
}

/** What a correction says must be something, and something that its row holds. */
export function contentRules(
  entities: readonly Entity[],
  content: readonly string[],
): readonly RuleSpec[] {
  return [somethingGiven([...content, 'startDate', 'endDate']), fitsTheKind(entities, content)]
}

function somethingGiven(fields: readonly string[]): RuleSpec {
  return {
    id: 'content',
    layer: 'cross-field',
    severity: 'error',
    basis: 'modelled',
    fields: fields.slice(0, 1),
    message: say(
      'Der er intet at rette: angiv det rigtige',
      'There is nothing to correct: say what is right',
    ),
    isRaised: ({ data }) => !fields.some((field) => isGiven(data, field)),
  }
}

/** Several kinds of rows share some data types: a name is no addressing name. */
function fitsTheKind(entities: readonly Entity[], content: readonly string[]): RuleSpec {
  return {
    id: 'kind',
    layer: 'register',
    severity: 'error',
    basis: 'sourced',
    fields: content,
    message: say(
      'Tidsstemplet peger på en anden slags række end den, oplysningerne hører til',
      'The time stamp points at another kind of row than the one the data belong to',
    ),
    isRaised: (facts) => {
      const row = rowMeant(facts, entities)
      const given = content.filter((field) => isGiven(facts.data, field))
      return row !== undefined && given.some((field) => isOfAnother(field, row.entity, entities))
    },
  }
}

/** A field that no kind of row has as its column is what the service takes beside them. */
function isOfAnother(field: string, entity: Entity, entities: readonly Entity[]): boolean {
  const owners = entities.filter((one) => columnsOf(one).includes(field))
  return owners.length > 0 && !owners.includes(entity)
}

function columnsOf(entity: Entity): readonly string[] {
  return columnsByEntity[entity]
}
