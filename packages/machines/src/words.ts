import type { Text } from '@sagsgang/events'

import type { EffectType } from './effects.ts'
import type { Message } from './vocabulary.ts'

const text = (da: string, en: string): Text => ({ da, en })

/** States that hold others, and those of a follow-on and of health. */
export const stateNames = {
  work: text('Sagen', 'The case'),
  checking: text('Kontrol', 'Checking'),
  reporting: text('Indberetning', 'Reporting'),
  reconciling: text('I tvivl', 'In doubt'),
  accepted: text('Registreret', 'Registered'),
  course: text('Forløb', 'Course'),
  undoing: text('Fortrydes', 'Undoing'),
  held: text('Holdes tilbage', 'Held'),
  followOns: text('Følgehændelser', 'Follow-ons'),
  due: text('Skal indberettes', 'Due'),
  offered: text('Tilbudt', 'Offered'),
  open: text('I gang', 'Open'),
  ended: text('Færdig', 'Ended'),
  settled: text('Indberettet', 'Reported'),
  waived: text('Fravalgt', 'Waived'),
  handedOver: text('Indberettes andetsteds', 'Reported elsewhere'),
  notNeeded: text('Ikke nødvendig', 'Not needed'),
  lapsed: text('Bortfaldet', 'Lapsed'),
  health: text('Tilstand', 'Health'),
  well: text('Kører', 'Well'),
  stuck: text('Fastlåst', 'Stuck'),
} as const satisfies Record<string, Text>

/** What is on an arrow of the chart. */
export const messageNames: Record<Message['type'], Text> = {
  fill: text('udfyld', 'fill'),
  submit: text('send', 'submit'),
  confirm: text('bekræft', 'confirm'),
  withdraw: text('træk tilbage', 'withdraw'),
  openFollowOn: text('åbn følgehændelse', 'open follow-on'),
  waiveFollowOn: text('fravælg følgehændelse', 'waive follow-on'),
  resume: text('genoptag', 'resume'),
  decide: text('afgør', 'decide'),
  assign: text('tildel', 'assign'),
  undo: text('fortryd', 'undo'),
  stopUndo: text('stop fortrydelsen her', 'stop the undo here'),
  correct: text('ret', 'correct'),
  checked: text('kontrolleret', 'checked'),
  lookedUp: text('slået op', 'looked up'),
  dayReached: text('dagen er kommet', 'day reached'),
  turnGiven: text('det er sagens tur', 'turn given'),
  initiated: text('samtale åbnet', 'initiated'),
  validated: text('kontrolleret af CPR', 'validated'),
  saved: text('registreret', 'registered'),
  queued: text('lagt i ventekø', 'queued'),
  warned: text('advaret', 'warned'),
  refused: text('afvist', 'refused'),
  lapsed: text('samtalen udløbet', 'conversation lapsed'),
  unsent: text('ikke sendt', 'unsent'),
  unknown: text('intet svar', 'no answer'),
  settled: text('ventetiden er gået', 'settled'),
  proven: text('bevist registreret', 'proven registered'),
  absent: text('ikke fundet', 'not found'),
  undecided: text('kan ikke afgøres', 'cannot be decided'),
  stillQueued: text('stadig i ventekø', 'still queued'),
  offered: text('følgehændelser fundet', 'follow-ons found'),
  verified: text('efterkontrolleret', 'verified'),
  opened: text('sag åbnet', 'case opened'),
  expired: text('frist udløbet', 'deadline passed'),
  halted: text('bedt om at standse', 'asked to halt'),
  planned: text('plan lagt', 'planned'),
  blocked: text('spærret', 'blocked'),
  compensating: text('trin sat i gang', 'step begun'),
  told: text('underrettet', 'told'),
  failed: text('mislykkedes', 'failed'),
  caseSettled: text('følgesag afsluttet', 'follow-on case completed'),
  caseWithdrawn: text('følgesag trukket tilbage', 'follow-on case withdrawn'),
  caseUndone: text('følgesag fortrudt', 'follow-on case undone'),
  caseHalted: text('følgesag standset', 'follow-on case halted'),
  caseRefused: text('trin afvist', 'step refused'),
  stop: text('stands', 'halt'),
  released: text('fortsæt', 'go on'),
  takenBack: text('taget tilbage', 'taken back'),
  renumbered: text('personnummer ændret', 'personnummer changed'),
  land: text('flyt i hånden', 'move by hand'),
}

/** An arrow that nobody sends: taken as soon as its condition holds. */
export const bySelf = text('af sig selv', 'by itself')

/** What could not be done. */
export const effectNames: Record<EffectType, Text> = {
  check: text('kontrollen', 'the check'),
  lookUp: text('opslaget i CPR', 'the lookup in CPR'),
  waitForDay: text('ventetiden til datoen', 'the wait for the date'),
  waitForTurn: text(
    'ventetiden på andre sager om personen',
    'the wait for other cases on the person',
  ),
  initiate: text('samtalen med CPR', 'the conversation with CPR'),
  validate: text('CPR’s kontrol', 'the check by CPR'),
  save: text('indberetningen', 'the report'),
  settle: text('ventetiden på CPR', 'the wait for CPR'),
  readBack: text('tilbagelæsningen fra CPR', 'the read-back from CPR'),
  pollQueue: text('opslaget i CPR’s ventekø', 'the lookup in CPR’s queue'),
  offer: text('valget af følgehændelser', 'the choice of follow-ons'),
  verify: text('efterkontrollen i CPR', 'the verification in CPR'),
  openCase: text('åbningen af en følgesag', 'the opening of a follow-on case'),
  openCorrection: text('åbningen af rettelsen', 'the opening of the correction'),
  openReplacement: text(
    'åbningen af sagen om tidligere data',
    'the opening of the case on former data',
  ),
  deadline: text('fristen', 'the deadline'),
  halt: text('standsningen af følgesager', 'the halting of follow-on cases'),
  release: text('genoptagelsen af følgesager', 'the release of follow-on cases'),
  takeBack: text('beskeden til en fortrudt sag', 'the message to a case that was undone'),
  plan: text('fortrydelsesplanen', 'the plan of the undo'),
  compensate: text('et trin i fortrydelsen', 'a step of the undo'),
  verifyUndo: text('efterkontrollen af fortrydelsen', 'the verification of the undo'),
  tellParent: text(
    'beskeden til den sag, der åbnede denne',
    'the message to the case that opened this one',
  ),
}
