import { say, type Text } from '@sagsgang/events'
import { driftTypes, type DriftType } from '@sagsgang/gctp'

const words: Readonly<Record<DriftType, Text>> = {
  newElement: say('et nyt element', 'a new element'),
  newAttribute: say('en ny attribut', 'a new attribute'),
  newState: say('et nyt ord for samtalens tilstand', 'a new word for the state of a conversation'),
  newPlace: say('en ny rolle, blok eller tabel', 'a new role, block or table'),
  missingPlace: say('en blok eller rolle mangler', 'a block or role is missing'),
  newField: say('et nyt felt', 'a new field'),
  missingField: say('feltet mangler', 'the field is missing'),
  otherOrder: say('felterne står i en anden orden', 'the fields stand in another order'),
  newCode: say('en kode, ingen liste har', 'a code that is in no list'),
  otherFormat: say('en værdi af en anden form', 'a value of another form'),
  newReceipt: say('en ukendt svarkode', 'an unknown receipt code'),
  unreadable: say('et svar, der ikke kan læses', 'an answer that cannot be read'),
}

/** By the reason of an answer that could not be read. */
const unreadable: Readonly<Record<string, Text>> = {
  empty: say('et tomt svar', 'an empty answer'),
  tooLarge: say('et alt for stort svar', 'an answer that is far too large'),
  encoding: say('et svar i et andet tegnsæt', 'an answer in another character set'),
  dtd: say('et svar med en dokumenttype', 'an answer with a document type'),
  controlCharacter: say('et svar med kontroltegn', 'an answer with control characters'),
  malformed: say('et svar, der ikke er XML', 'an answer that is not XML'),
  limit: say('et svar ud over grænserne', 'an answer beyond the limits'),
  grammar: say('et svar, der ikke er GCTP', 'an answer that is not GCTP'),
  receipt: say('et svar uden én gyldig kvittering', 'an answer without one valid receipt'),
  mismatch: say('et svar på et andet spørgsmål', 'an answer to another question'),
}

/** What is stored may be of a newer version than the words for it. */
export function driftText(type: string, place: string): Text {
  const known = driftTypes.find((one) => one === type)
  if (known === undefined) return { da: type, en: type }
  return (known === 'unreadable' ? unreadable[place] : undefined) ?? words[known]
}
