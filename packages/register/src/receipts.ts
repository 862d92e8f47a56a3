import { developmentProfile, findReceipt } from '@sagsgang/gctp'
import type { Receipt, ReceiptMessage } from '@sagsgang/gctp'

/** Every refusal and warning of the register. The wire carries its code and the Danish text. */
interface Ruling {
  readonly code: number
  readonly text: string
  readonly severity: 'error' | 'warning'
}

const { codes } = developmentProfile

/** What the register says with a code; nothing with one that nobody documented. */
export const textOf = (code: number): string => findReceipt(code)?.text.da ?? ''

/** One that has a code of its own. */
const coded = (code: number): Ruling => ({ code, text: textOf(code), severity: 'error' })

/** What the public codes have no number for shares one modelled code; text and field tell which. */
const broken = (text: string): Ruling => ({ code: codes.ruleBroken, text, severity: 'error' })

export const rulings = {
  unknownAuthority: coded(4),
  noAccess: coded(5),
  unknownService: coded(codes.unknownService),
  unknownField: coded(16),
  missingField: coded(codes.missingField),
  notDigits: coded(37),
  badDate: coded(40),
  badPnr: coded(52),
  badCharacters: coded(60),
  badTimestamp: coded(89),
  notInRegister: coded(172),
  noAccessToEvent: coded(184),
  neverEstablishing: coded(5322),
  landAtInitiation: coded(4599),
  keysChanged: coded(5404),
  lapsed: coded(codes.lapsed),
  changedMeanwhile: coded(codes.changedMeanwhile),
  dataWaiting: { ...coded(codes.dataWaiting), severity: 'warning' },
  outOfRange: broken('Feltets værdi er ikke gyldig'),
  deadNumber: broken('Personnummeret gælder ikke længere'),
  wrongStatus: broken('Personens status tillader det ikke'),
  future: broken('Datoen ligger i fremtiden'),
  beforeBirth: broken('Datoen ligger før fødslen'),
  beforeCurrent: broken('Datoen ligger før den nuværende række'),
  samePerson: broken('Det er den samme person'),
  wrongCivilStatus: broken('Civilstanden tillader det ikke'),
  underage: broken('Personen er under 18 år'),
  related: broken('Personerne er i familie'),
  separated: broken('Personen er separeret, men gift'),
  noRoad: broken('Vejen findes ikke i kommunen'),
  noHouse: broken('Husnummeret findes ikke på vejen'),
  alreadyNamed: broken('Barnet har allerede et navn'),
  hasSecondParent: broken('Barnet har allerede en far eller medmor'),
  spouseElsewhere: broken('Ægtefællen peger på en anden'),
  spouseNotDead: broken('Ægtefællen er ikke død den dag'),
  notTheSpouse: broken('Den afdøde er ikke ægtefællen'),
  notMarried: broken('Parterne er ikke gift med hinanden'),
  notPartners: broken('Parterne er ikke registrerede partnere'),
  marriedElsewhere: broken('Ægtefællen er gift med en anden'),
  ofAge: broken('Personen er fyldt 18 år'),
  isWard: broken('Personen er selv under værgemål'),
  noWard: broken('Personen er ikke under værgemål'),
  noParent: broken('Barnet har ikke den forælder'),
  notTheParent: broken('Personen er ikke barnets anden forælder'),
  noAdopter: broken('Der skal være en adoptant'),
  holderCount: broken('Der skal være en eller to indehavere'),
  activeRow: broken('Der er allerede en gældende række'),
  noActiveRow: broken('Der er ingen gældende række'),
  closedType: broken('Beskyttelsestypen er lukket'),
  isDanish: broken('Personen er dansk statsborger'),
  alienNumberTaken: broken('Udlændingenummeret bruges af en anden'),
  notClosed: broken('Personnummeret er ikke lukket'),
  statusLacksRows: broken('Personen mangler de oplysninger, som statussen kræver'),
  numberTaken: broken('Personnummeret er allerede i brug'),
  otherPersonsNumber: broken('Personnummeret passer ikke til fødselsdato og køn'),
  notItsNumber: broken('Personnumrene peger ikke på hinanden'),
  tooFarAhead: broken('Datoen ligger for langt fremme'),
  overlapsFormer: broken('Datoen ligger før en tidligere rækkes slut'),
  notYourRow: broken('Rækken er en anden kommunes'),
  noNumberLeft: broken('Der er ingen ledige numre'),
  rowUnknown: broken('Rækken findes ikke'),
  alreadyMarked: broken('Rækken er allerede markeret'),
  newerRow: broken('Der findes en nyere række'),
  notYours: broken('En anden myndighed dokumenterer rækken'),
  derivedRow: broken('Rækken er afledt af en anden persons'),
  noFormer: broken('Der er ingen tidligere række'),
  breaksRows: broken('Rækkerne passer ikke sammen bagefter'),
  overlaps: broken('Perioden overlapper en anden'),
  endBeforeStart: broken('Rækken slutter, før den begynder'),
} as const satisfies Record<string, Ruling>

export type RulingName = keyof typeof rulings

/** One objection, and the wire field it is about. */
export interface Objection {
  readonly ruling: RulingName
  readonly field: string
}

export const objection = (ruling: RulingName, field: string): Objection => ({ ruling, field })

export const messageOf = ({ ruling, field }: Objection): ReceiptMessage => {
  const { code, text, severity }: Ruling = rulings[ruling]
  return { severity, code, text, field: field === '' ? null : field }
}

export const done: Receipt = { outcome: 'done', code: 0, text: '', messages: [] }

const titles = {
  error: (count: number): string => (count === 1 ? '1 fejl' : `${count} fejl`),
  warning: (count: number): string => (count === 1 ? '1 advarsel' : `${count} advarsler`),
} as const

/** The top-level code is that of the first error, else of the first warning. */
export function receiptFor(messages: readonly ReceiptMessage[]): Receipt {
  const first = messages.find(({ severity }) => severity === 'error') ?? messages[0]
  if (first === undefined) return done
  const outcome = first.severity
  const count = messages.filter(({ severity }) => severity === outcome).length
  return { outcome, code: first.code ?? 0, text: titles[outcome](count), messages }
}

export const refusal = (objections: readonly Objection[]): Receipt =>
  receiptFor(objections.map(messageOf))
