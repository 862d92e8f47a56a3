import type { Text } from './known-receipt.ts'

/** What the register says under a code that stands for many rules, in English, and what somebody can do about it. */
export interface Saying {
  readonly said: string
  readonly english: string
  readonly advice?: Text
}

const saying = (said: string, english: string, da?: string, en?: string): Saying =>
  da === undefined || en === undefined ? { said, english } : { said, english, advice: { da, en } }

/** Modelled: no public page tells the register's words. */
const sayings: readonly Saying[] = [
  saying(
    'Myndigheden har ikke adgang til servicen',
    'The authority may not use the service',
    'bed en myndighed, der fører den slags oplysninger',
    'ask an authority that keeps that kind of data',
  ),
  saying('Feltets værdi er ikke gyldig', 'The value of the field is not valid'),
  saying(
    'Personnummeret gælder ikke længere',
    'The personnummer is no longer valid',
    'brug det gældende nummer',
    'use the valid number',
  ),
  saying('Personens status tillader det ikke', 'The status of the person does not allow it'),
  saying('Datoen ligger i fremtiden', 'The date is in the future'),
  saying('Datoen ligger før fødslen', 'The date is before the birth'),
  saying(
    'Datoen ligger før den nuværende række',
    'The date is before the current row',
    'indberet det som tidligere data',
    'report it as former data',
  ),
  saying('Det er den samme person', 'It is the same person'),
  saying('Civilstanden tillader det ikke', 'The civil status does not allow it'),
  saying('Personen er under 18 år', 'The person is under 18'),
  saying('Personerne er i familie', 'The persons are related'),
  saying('Personen er separeret, men gift', 'The person is separated, but married'),
  saying('Vejen findes ikke i kommunen', 'The municipality has no such road'),
  saying('Husnummeret findes ikke på vejen', 'The road has no such house number'),
  saying(
    'Barnet har allerede et navn',
    'The child has a name already',
    'indberet en navneændring, eller ret navnet',
    'report a change of name, or correct the name',
  ),
  saying('Barnet har allerede en far eller medmor', 'The child has a father or co-mother already'),
  saying('Ægtefællen peger på en anden', 'The spouse is registered with somebody else'),
  saying('Ægtefællen er ikke død den dag', 'The spouse did not die on that day'),
  saying('Den afdøde er ikke ægtefællen', 'The deceased is not the spouse'),
  saying('Parterne er ikke gift med hinanden', 'The parties are not married to each other'),
  saying('Parterne er ikke registrerede partnere', 'The parties are not registered partners'),
  saying('Ægtefællen er gift med en anden', 'The spouse is married to somebody else'),
  saying('Personen er fyldt 18 år', 'The person has turned 18'),
  saying('Personen er selv under værgemål', 'The person is under guardianship too'),
  saying('Personen er ikke under værgemål', 'The person is not under guardianship'),
  saying('Barnet har ikke den forælder', 'The child does not have that parent'),
  saying('Personen er ikke barnets anden forælder', 'The person is not the child’s other parent'),
  saying('Der skal være en adoptant', 'There must be an adopter'),
  saying('Der skal være en eller to indehavere', 'There must be one or two holders'),
  saying('Der er allerede en gældende række', 'There is a current row already'),
  saying('Der er ingen gældende række', 'There is no current row'),
  saying('Beskyttelsestypen er lukket', 'The kind of protection is closed'),
  saying('Personen er dansk statsborger', 'The person is a Danish citizen'),
  saying('Udlændingenummeret bruges af en anden', 'The alien number is somebody else’s'),
  saying('Personnummeret er ikke lukket', 'The personnummer is not closed'),
  saying(
    'Personen mangler de oplysninger, som statussen kræver',
    'The person lacks data that the status requires',
  ),
  saying('Personnummeret er allerede i brug', 'The personnummer is in use already'),
  saying(
    'Personnummeret passer ikke til fødselsdato og køn',
    'The personnummer does not fit birth date and sex',
  ),
  saying('Personnumrene peger ikke på hinanden', 'The numbers do not point at each other'),
  saying('Datoen ligger for langt fremme', 'The date is too far ahead'),
  saying(
    'Datoen ligger før en tidligere rækkes slut',
    'The date is before the end of a former row',
    'vælg en dato efter den, eller indberet det som tidligere data',
    'choose a date after it, or report it as former data',
  ),
  saying(
    'Rækken er en anden kommunes',
    'The row is another municipality’s',
    'bed den kommune om det',
    'ask that municipality',
  ),
  saying('Der er ingen ledige numre', 'There are no free numbers left'),
  saying(
    'Rækken findes ikke',
    'There is no such row',
    'vælg den i personens historik igen',
    'choose it in the person’s history again',
  ),
  saying(
    'Rækken er allerede markeret',
    'The row is marked already',
    'den er rettet eller fortrudt; vælg den række, der gælder',
    'it was corrected or undone; choose the row that stands',
  ),
  saying(
    'Der findes en nyere række',
    'There is a newer row',
    'fortryd den først, eller ret denne i stedet',
    'undo that first, or correct this one instead',
  ),
  saying(
    'En anden myndighed dokumenterer rækken',
    'Another authority documents the row',
    'bed den myndighed om at rette eller fortryde den',
    'ask that authority to correct or undo it',
  ),
  saying(
    'Rækken er afledt af en anden persons',
    'The row follows from another person’s',
    'behandl den række, som den er afledt af',
    'deal with the row that it follows from',
  ),
  saying(
    'Der er ingen tidligere række',
    'There is no former row',
    'personen kan ikke stå uden; ret rækken i stedet',
    'the person cannot be without one; correct the row instead',
  ),
  saying(
    'Rækkerne passer ikke sammen bagefter',
    'The rows would not fit together afterwards',
    'se datoerne efter hos personen og dem, der hører til',
    'look at the dates of the person and of those who belong to them',
  ),
  saying(
    'Perioden overlapper en anden',
    'The period overlaps another',
    'vælg datoer mellem naborækkerne, eller ret dem først',
    'choose dates between the neighbouring rows, or correct those first',
  ),
  saying(
    'Rækken slutter, før den begynder',
    'The row ends before it begins',
    'slutdatoen skal ligge efter startdatoen',
    'the end date must lie after the start date',
  ),
]

const bySaid: ReadonlyMap<string, Saying> = new Map(sayings.map((one) => [one.said, one]))

/** Undefined for words that nobody has met. */
export function findSaying(said: string): Saying | undefined {
  return bySaid.get(said.trim())
}
