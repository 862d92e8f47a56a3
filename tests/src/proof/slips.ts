import type { Form } from '../api.ts'
import type { EventView, RuleView } from './catalogue.ts'
import type { Day } from './sample.ts'
import type { Stock } from './stock.ts'

/**
 * What can go wrong with any event alike, made from its fields and rules: a malformed field, a number of nobody, a day to
 * come. Rules of the same layer are judged together, so one form tries them all.
 */
export interface Slip {
  readonly title: string
  readonly form: Form
  /** Findings that it must raise, by their full ids. */
  readonly raises: readonly string[]
}

interface Ground {
  readonly event: EventView
  readonly sound: Form
  readonly day: Day
  readonly stock: Stock
}

/** `exists-2` is the rule `exists` of an event's second person. */
const kindOf = (rule: string): string => rule.replace(/^.*\./, '').replace(/-\d$/, '')

export function slipsOf(ground: Ground): readonly Slip[] {
  const slips = [empty(ground), malformed(ground), ...trials.map((trial) => trial(ground))]
  return slips.filter(({ raises }) => raises.length > 0)
}

const empty = ({ event }: Ground): Slip => ({
  title: 'nothing filled in',
  form: {},
  raises: event.fields
    .filter(({ required }) => required)
    .map(({ name }) => `${event.event}.required.${name}`),
})

type Value = NonNullable<Form[string]>
type Control = EventView['fields'][number]['control']

/** Nothing of the kind; a flag is right by its type, and holders are judged by rules alone. */
const wrong: Readonly<Partial<Record<Control, Value>>> = {
  pnr: '9913990000',
  pnrList: ['9913990000'],
  date: '20261345',
  time: '2561',
  code: 'ZZZZ9',
  authority: '9999',
  country: 'ZZ',
  number: 'x',
  name: '€',
  text: '€',
  lines: ['€'.repeat(35)],
  reference: '1',
}

const wellFormed = [
  'fmt-pnr',
  'fmt-date',
  'fmt-num',
  'fmt-text',
  'fmt-name',
  'fmt-addressing-name',
  'fmt-lines',
  'code',
]

function malformed({ event, sound }: Ground): Slip {
  const tried = event.fields.flatMap(({ name, control }) => {
    const value = wrong[control]
    return value === undefined ? [] : [[name, value] as const]
  })
  const names = new Set(tried.map(([name]) => name))
  const syntactic = event.rules.filter(({ layer }) => layer === 'syntactic')
  const judged = new Set(syntactic.flatMap(({ fields }) => fields))
  return {
    title: 'every field malformed',
    form: { ...sound, ...Object.fromEntries(tried) },
    raises: [
      ...syntactic
        .filter(({ id, fields }) => wellFormed.includes(kindOf(id)) && names.has(fields[0] ?? ''))
        .map(({ id }) => id),
      ...[...names]
        .filter((name) => !judged.has(name))
        .map((name) => `${event.event}.format.${name}`),
    ],
  }
}

type Fill = (rule: RuleView, ground: Ground, place: number) => Value

/** Every rule of these kinds gets its own value in its own field. */
function slip(title: string, kinds: readonly string[], fill: Fill) {
  return (ground: Ground): Slip => {
    const { event, sound } = ground
    const meant = event.rules.filter(({ id, fields }) => kinds.includes(kindOf(id)) && fields[0])
    const places = [...new Set(meant.map(({ fields }) => fields[0] ?? ''))]
    const filled = meant.flatMap((rule) =>
      fieldsOf(rule).map((name) => [name, fill(rule, ground, places.indexOf(name))] as const),
    )
    return {
      title,
      form: { ...sound, ...Object.fromEntries(filled) },
      raises: meant.map(({ id }) => id),
    }
  }
}

/** A rule about an empty text is about all its fields, any other about the first. */
const fieldsOf = ({ id, fields }: RuleView): readonly string[] =>
  kindOf(id) === 'req' ? fields : fields.slice(0, 1)

const isList = ({ fields }: EventView, name: string | undefined): boolean =>
  fields.some((field) => field.name === name && field.control === 'pnrList')

const oneOf =
  (kind: keyof Stock): Fill =>
  (rule, { event, stock }, place) => {
    const pnr = stock[kind][place % stock[kind].length] ?? ''
    return isList(event, rule.fields[0]) ? [pnr] : pnr
  }

const onDay =
  (offset: number): Fill =>
  (_rule, { day }, place) =>
    day(offset + place)

/** The number that another field holds already. */
const sameAsOther: Fill = ({ fields }, { event, sound }) => {
  const other = event.fields.find(
    ({ name, control }) => control === 'pnr' && name !== fields[0] && sound[name] !== undefined,
  )
  return (other && sound[other.name]) ?? ''
}

/** A status that says the number is closed is wrong for every event; death is not. */
const takesTheDead = ({ message }: RuleView): boolean => /\b90\b/.test(message.en)

const wrongStatus: Fill = (rule, ground, place) =>
  oneOf(takesTheDead(rule) ? 'closed' : 'dead')(rule, ground, place)

const otherMunicipality: Fill = (_rule, { sound }) =>
  sound['authority'] === '0101' ? '0851' : '0101'

const longAgo = '18500101'

/** Only where the rule is about days: elsewhere the word means something else. Of two the later is the first. */
function reversed(ground: Ground): Slip {
  const { event, sound, day } = ground
  const dates = event.fields.filter(({ control }) => control === 'date').map(({ name }) => name)
  const meant = event.rules.filter(
    ({ id, fields }) => kindOf(id) === 'order' && fields.every((name) => dates.includes(name)),
  )
  const filled = meant.flatMap(({ fields }) =>
    fields.length === 1
      ? fields.map((name) => [name, longAgo] as const)
      : fields.map((name, place) => [name, day(-1 - 29 * place)] as const),
  )
  return {
    title: 'an end before the beginning',
    form: { ...sound, ...Object.fromEntries(filled) },
    raises: meant.map(({ id }) => id),
  }
}

const trials = [
  reversed,
  slip('a blank name', ['req'], () => '   '),
  slip('numbers of nobody', ['exists'], oneOf('unknown')),
  slip('numbers given up', ['valid-pnr'], oneOf('closed')),
  slip('people of another status', ['status'], wrongStatus),
  slip('people who are dead', ['alive'], oneOf('dead')),
  slip('people under protection', ['protect'], oneOf('sheltered')),
  slip('people whose data wait', ['pending'], oneOf('waiting')),
  slip('one person twice', ['two'], sameAsOther),
  slip('a document without a name', ['doc'], () => '-'),
  slip('a reason without a word', ['reason'], () => '- - -'),
  slip('tomorrow', ['nofuture'], onDay(1)),
  slip('a year ahead', ['window'], onDay(366)),
  slip('long ago', ['birth', 'latest', 'late'], () => longAgo),
  slip('an authority of elsewhere', ['own'], otherMunicipality),
]
