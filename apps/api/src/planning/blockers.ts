import type { Entity, Text } from '@sagsgang/events'

/** What stands in the way of an undo: an error stops it, a warning is for the one who decides. */
export interface UndoBlocker {
  readonly text: Text
  readonly severity: 'error' | 'warning'
}

/** The kinds of rows, as one speaks of them. */
const entityNames: Readonly<Record<Entity, Text>> = {
  person: { da: 'personstatus', en: 'person status' },
  address: { da: 'adresse', en: 'address' },
  supplementaryAddress: { da: 'supplerende adresse', en: 'supplementary address' },
  contactAddress: { da: 'kontaktadresse', en: 'contact address' },
  protection: { da: 'beskyttelse', en: 'protection' },
  migration: { da: 'udrejse eller indrejse', en: 'departure or entry' },
  disappearance: { da: 'forsvinding', en: 'disappearance' },
  name: { da: 'navn', en: 'name' },
  addressingName: { da: 'adresseringsnavn', en: 'addressing name' },
  birthRegistration: { da: 'fødselsregistreringssted', en: 'birth registration' },
  citizenship: { da: 'statsborgerret', en: 'citizenship' },
  church: { da: 'folkekirkeforhold', en: 'church relation' },
  civilStatus: { da: 'civilstand', en: 'civil status' },
  separation: { da: 'separation', en: 'separation' },
  kinship: { da: 'slægtskab', en: 'kinship' },
  parentalAuthority: { da: 'forældremyndighed', en: 'parental authority' },
  guardianship: { da: 'værgemål', en: 'guardianship' },
  guardian: { da: 'værge', en: 'guardian' },
  municipalCondition: { da: 'kommunalt forhold', en: 'municipal condition' },
  note: { da: 'kommunalt notat', en: 'municipal note' },
  election: { da: 'valgoplysning', en: 'election data' },
  relocationOrder: { da: 'flyttepåbud', en: 'relocation order' },
  sharedResidence: { da: 'delt bopæl', en: 'shared residence' },
  alienNumber: { da: 'udlændingenummer', en: 'alien number' },
}

function error(da: string, en: string): UndoBlocker {
  return { text: { da, en }, severity: 'error' }
}

export function buried(entity: Entity, event: Text): UndoBlocker {
  const name = entityNames[entity]
  return error(
    `Noget senere har afløst eller afsluttet, hvad »${event.da}« skrev (${name.da}): fortryd det senere først, eller ret i stedet`,
    `Something later replaced or ended the ${name.en} that "${event.en}" wrote: undo that first, or correct instead`,
  )
}

export function missing(entity: Entity, event: Text): UndoBlocker {
  const name = entityNames[entity]
  return error(
    `Registret viser ikke længere den ${name.da}, som »${event.da}« skrev`,
    `The register no longer shows the ${name.en} that "${event.en}" wrote`,
  )
}

export function deadNumber(event: Text): UndoBlocker {
  return error(
    `Personnummeret i »${event.da}« gælder ikke længere: det gældende nummer skal behandles i stedet`,
    `The personnummer in "${event.en}" is no longer valid: deal with the valid number instead`,
  )
}

export function inUse(event: Text): UndoBlocker {
  return error(
    `Nummeret, som »${event.da}« gav, bærer også, hvad andre hændelser har skrevet: fortryd dem først`,
    `The number that "${event.en}" gave also bears what other events wrote: undo those first`,
  )
}

export function notOffered(event: Text): UndoBlocker {
  return error(
    `»${event.da}« kan ikke fortrydes her: CPR’s fortrydelse af den slags oplysninger er ikke taget i brug`,
    `"${event.en}" cannot be undone here: the register's undo of that kind of data is not in use`,
  )
}

export function fixedField(label: Text): UndoBlocker {
  return error(
    `»${label.da}« kan ikke rettes i registret: det bliver i sagen, eller hændelsen skal fortrydes og indberettes på ny`,
    `"${label.en}" cannot be corrected in the register: it stays in the case, or the event must be undone and reported anew`,
  )
}

export function keptByOthers(label: Text): UndoBlocker {
  return error(
    `»${label.da}« retter kun en anden myndighed: bed den om det, eller fortryd hændelsen og indberet den på ny`,
    `"${label.en}" is corrected by another authority only: ask them, or undo the event and report it anew`,
  )
}

export const severalRows = error(
  'Én rettelse retter én slags oplysninger: ret dem hver for sig',
  'One correction corrects one kind of data: correct them one by one',
)

/** Cases that wrote nothing that could be taken back by itself. */
export const writtenByParent = error(
  'Rækkerne er skrevet af den sag, som åbnede denne: fortryd den i stedet',
  'The rows were written by the case that opened this one: undo that instead',
)

export const isMaintenance = error(
  'En rettelse eller fortrydelse tages ikke tilbage: ret på ny, eller indberet hændelsen igen',
  'A correction or an undo is not taken back: correct anew, or report the event again',
)
