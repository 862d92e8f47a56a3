import { developmentProfile } from '@sagsgang/gctp'
import type { Receipt, ReceiptMessage } from '@sagsgang/gctp'

/** Every refusal and warning of the register, with its code and both texts; the wire carries the Danish one. */
interface Ruling {
  readonly code: number
  readonly da: string
  readonly en: string
  readonly severity: 'error' | 'warning'
}

const { codes } = developmentProfile

const error = (code: number, da: string, en: string): Ruling => ({
  code,
  da,
  en,
  severity: 'error',
})
/** What the public codes have no number for shares one modelled code; text and field tell which. */
const broken = (da: string, en: string): Ruling => error(codes.ruleBroken, da, en)

const rulings = {
  unknownAuthority: error(4, 'Myndighedskoden er ukendt i CPR', 'The authority is unknown'),
  noAccess: error(5, 'Myndigheden har ikke adgang til servicen', 'The authority has no access'),
  unknownService: error(codes.unknownService, 'Servicen findes ikke', 'There is no such service'),
  unknownField: error(16, 'Servicen kender ikke feltet', 'The service does not know the field'),
  missingField: error(codes.missingField, 'Feltet skal udfyldes', 'The field must be filled in'),
  notDigits: error(37, 'Feltet må kun indeholde cifre', 'The field may hold digits only'),
  badDate: error(40, 'Datoen er ikke gyldig', 'The date is not valid'),
  badPnr: error(52, 'Personnummeret er ikke gyldigt', 'The personnummer is malformed'),
  badCharacters: error(60, 'Feltet har tegn, som ikke er tilladt', 'Characters not allowed'),
  badTimestamp: error(89, 'Tidsstemplet er ikke gyldigt', 'The timestamp is not valid'),
  notInRegister: error(172, 'Personen findes ikke i CPR', 'The person is not in the register'),
  neverEstablishing: error(
    5322,
    'Myndigheden kan ikke fastslå oplysninger',
    'This authority can never establish facts',
  ),
  landAtInitiation: error(4599, 'Land eller på vegne af kan ikke bruges', 'Not at initiation'),
  keysChanged: error(5404, 'Nøglefelterne er ændret undervejs', 'The keys were changed'),
  lapsed: error(codes.lapsed, 'Samtalen er udløbet eller ukendt', 'Unknown or lapsed conversation'),
  changedMeanwhile: error(codes.changedMeanwhile, 'Andre har ændret personen', 'Others changed it'),
  dataWaiting: {
    ...error(codes.dataWaiting, 'Personen har data i vent', 'The person has data waiting'),
    severity: 'warning',
  },
  outOfRange: broken('Feltets værdi er ikke gyldig', 'The value is not valid'),
  deadNumber: broken('Personnummeret gælder ikke længere', 'The number is no longer valid'),
  wrongStatus: broken('Personens status tillader det ikke', 'The person has the wrong status'),
  future: broken('Datoen ligger i fremtiden', 'The date lies in the future'),
  beforeBirth: broken('Datoen ligger før fødslen', 'The date is before the birth'),
  beforeCurrent: broken('Datoen ligger før den nuværende række', 'Before the current row'),
  samePerson: broken('Det er den samme person', 'It is the same person'),
  wrongCivilStatus: broken('Civilstanden tillader det ikke', 'The civil status forbids it'),
  underage: broken('Personen er under 18 år', 'The person is under 18'),
  related: broken('Personerne er i familie', 'They are parent and child or siblings'),
  separated: broken('Personen er separeret, men gift', 'Separated people are still married'),
  noRoad: broken('Vejen findes ikke i kommunen', 'There is no such road'),
  noHouse: broken('Husnummeret findes ikke på vejen', 'There is no such house number'),
  alreadyNamed: broken('Barnet har allerede et navn', 'The child is named already'),
  hasSecondParent: broken('Barnet har allerede en far eller medmor', 'There is a second parent'),
  spouseElsewhere: broken('Ægtefællen peger på en anden', 'The spouse points at somebody else'),
  spouseNotDead: broken('Ægtefællen er ikke død den dag', 'The spouse did not die that day'),
  notTheSpouse: broken('Den afdøde er ikke ægtefællen', 'The deceased is not the spouse'),
  noNumberLeft: broken('Der er ingen ledige numre', 'No number is left for that day'),
  rowUnknown: broken('Rækken findes ikke', 'There is no such row'),
  alreadyMarked: broken('Rækken er allerede markeret', 'The row is marked already'),
  newerRow: broken('Der findes en nyere række', 'A newer row exists'),
  notYours: broken('En anden myndighed dokumenterer rækken', 'Another authority documents the row'),
  derivedRow: broken('Rækken er afledt af en anden persons', 'The row is derived from another'),
  noFormer: broken('Der er ingen tidligere række', 'There is no former row'),
  breaksRows: broken('Rækkerne passer ikke sammen bagefter', 'The rows would not fit together'),
  overlaps: broken('Perioden overlapper en anden', 'The period overlaps another'),
  endBeforeStart: broken('Rækken slutter, før den begynder', 'The row ends before it starts'),
} as const satisfies Record<string, Ruling>

export type RulingName = keyof typeof rulings

/** One objection, and the wire field it is about. */
export interface Objection {
  readonly ruling: RulingName
  readonly field: string
}

export const objection = (ruling: RulingName, field: string): Objection => ({ ruling, field })

export const messageOf = ({ ruling, field }: Objection): ReceiptMessage => {
  const { code, da, severity }: Ruling = rulings[ruling]
  return { severity, code, text: da, field: field === '' ? null : field }
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
