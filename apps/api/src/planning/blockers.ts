import { say } from '@sagsgang/events'
import type { Entity, Finding, Text } from '@sagsgang/events'

import type { BlockerView } from '../plan-view.ts'
import { entityNames } from './entity-names.ts'

/** What stands in the way of a step: an error stops it, a warning is for the one who decides. */
export type Obstacle = Omit<BlockerView, 'caseId' | 'by'>

/** The obstacle of a case's step, with the cases that put it there. */
export function toBlocker(
  obstacle: Obstacle,
  of: Pick<BlockerView, 'caseId'> & Partial<Pick<BlockerView, 'by'>>,
): BlockerView {
  return { ...obstacle, by: [], ...of }
}

const keyOf = ({ caseId, id, text }: BlockerView): string => [caseId, id, text.da].join()

export function distinct(blockers: readonly BlockerView[]): readonly BlockerView[] {
  return [...new Map(blockers.map((blocker) => [keyOf(blocker), blocker])).values()]
}

function error(id: string, text: Text, freedBy: Text): Obstacle {
  return { id, text, severity: 'error', freedBy }
}

export function buried(entity: Entity, event: Text): Obstacle {
  const name = entityNames[entity]
  return error(
    'newer-row',
    say(
      `Noget senere har afløst eller afsluttet, hvad »${event.da}« skrev (${name.da})`,
      `Something later replaced or ended the ${name.en} that "${event.en}" wrote`,
    ),
    say(
      'Fortryd det senere først, eller ret oplysningen i stedet',
      'Undo the later one first, or correct the data instead',
    ),
  )
}

export function missing(entity: Entity, event: Text): Obstacle {
  const name = entityNames[entity]
  return error(
    'row-missing',
    say(
      `Registret viser ikke længere den ${name.da}, som »${event.da}« skrev`,
      `The register no longer shows the ${name.en} that "${event.en}" wrote`,
    ),
    say(
      'Se personens historik: er oplysningen rettet eller fortrudt et andet sted, er der intet at gøre her',
      'Look at the person’s history: where it was corrected or undone elsewhere, nothing is left to do here',
    ),
  )
}

export function neverShown(entity: Entity, operation: Text): Obstacle {
  const name = entityNames[entity]
  return error(
    'never-shown',
    say(
      `Intet opslag viser tidligere oplysninger af den slags (${name.da}): hvad »${operation.da}« ville lade stå, kan planen ikke sige`,
      `No lookup shows former data of that kind (${name.en}): what would stand after "${operation.en}", no plan can say`,
    ),
    say('Bed CPR-kontoret om at fortryde det', 'Ask the CPR office to undo it'),
  )
}

export function deadNumber(event: Text): Obstacle {
  return error(
    'dead-number',
    say(
      `Personnummeret i »${event.da}« gælder ikke længere`,
      `The personnummer in "${event.en}" is no longer valid`,
    ),
    say(
      'Behandl det gældende nummer, eller lad CPR-kontoret gøre nummeret gyldigt igen',
      'Deal with the valid number, or have the CPR office make the number valid again',
    ),
  )
}

export function inUse(event: Text): Obstacle {
  return error(
    'number-in-use',
    say(
      `Nummeret, som »${event.da}« gav, bærer også, hvad andre hændelser har skrevet`,
      `The number that "${event.en}" gave also bears what other events wrote`,
    ),
    say('Fortryd de andre hændelser først', 'Undo the other events first'),
  )
}

export function notOffered(event: Text): Obstacle {
  return error(
    'not-offered',
    say(
      `»${event.da}« kan ikke fortrydes her: CPR’s fortrydelse af den slags oplysninger er ikke taget i brug`,
      `"${event.en}" cannot be undone here: the register's undo of that kind of data is not in use`,
    ),
    say('Bed CPR-kontoret om det', 'Ask the CPR office to do it'),
  )
}

export function fixedField(label: Text): Obstacle {
  return error(
    'fixed-field',
    say(
      `»${label.da}« kan ikke rettes i registret: det bliver i sagen`,
      `"${label.en}" cannot be corrected in the register: it stays in the case`,
    ),
    say('Fortryd hændelsen, og indberet den på ny', 'Undo the event and report it anew'),
  )
}

export function keptByOthers(label: Text): Obstacle {
  return error(
    'kept-by-others',
    say(
      `»${label.da}« retter kun en anden myndighed`,
      `"${label.en}" is corrected by another authority only`,
    ),
    say(
      'Bed den om det, eller fortryd hændelsen og indberet den på ny',
      'Ask them, or undo the event and report it anew',
    ),
  )
}

/** Cases that wrote nothing that could be taken back by itself. */
export const writtenByParent = error(
  'written-by-parent',
  say(
    'Rækkerne er skrevet af den sag, som åbnede denne',
    'The rows were written by the case that opened this one',
  ),
  say('Fortryd den sag i stedet', 'Undo that case instead'),
)

/** Of a correction whose row was not seen as it stood before. */
export function unknownBefore(operation: Text): Obstacle {
  return error(
    'unknown-before',
    say(
      `Hvad der stod før »${operation.da}«, kan registret ikke vise`,
      `The register cannot show what stood before "${operation.en}"`,
    ),
    say('Ret rækken på ny til det rigtige', 'Correct the row anew to what is right'),
  )
}

export function cannotBeEmptied(operation: Text): Obstacle {
  return error(
    'cannot-be-emptied',
    say(
      `»${operation.da}« udfyldte noget, der var tomt, og en rettelse kan ikke tømme det igen`,
      `"${operation.en}" filled in what was empty, and no correction can empty it again`,
    ),
    say('Fortryd rækken, og indberet den på ny', 'Undo the row and report it anew'),
  )
}

/** Of an undo of what no case here has reported. */
export function notReportedHere(operation: Text): Obstacle {
  return error(
    'not-reported-here',
    say(
      `Det, som »${operation.da}« tog tilbage, er ikke indberettet her`,
      `What "${operation.en}" took back was not reported here`,
    ),
    say(
      'Åbn en ny sag, og indberet hændelsen eller den tidligere oplysning igen',
      'Open a new case and report the event, or the former data, again',
    ),
  )
}

export function numberAnnulled(event: Text): Obstacle {
  return error(
    'number-annulled',
    say(
      `Personnummeret fra »${event.da}« blev annulleret, og det samme nummer gives ikke igen`,
      `The personnummer from "${event.en}" was annulled, and the same number is never given again`,
    ),
    say(
      'CPR-kontoret kan gøre nummeret gyldigt igen med »Genaktivering af annulleret personnummer«',
      'The CPR office can make the number valid again by "Reactivation of an annulled personnummer"',
    ),
  )
}

/** A row that another authority keeps. */
export function keptByAuthority(event: Text, authority: Text): Obstacle {
  return error(
    'another-authority',
    say(
      `»${event.da}« er indberettet af en anden myndighed (${authority.da}): registret lader kun den fortryde`,
      `"${event.en}" was reported by another authority (${authority.en}): the register lets only them undo it`,
    ),
    say(
      `Bed ${authority.da} fortryde den først, eller lad CPR-kontoret gøre det`,
      `Ask ${authority.en} to undo it first, or have the CPR office do it`,
    ),
  )
}

/** What the rules say of a step's own case. */
export function found({ rule, message, severity }: Finding): Obstacle {
  return { id: rule, text: message, severity, freedBy: freedByOfFinding[severity] }
}

const freedByOfFinding: Readonly<Record<Finding['severity'], Text>> = {
  error: say(
    'Bring det i orden i registret først; læg derefter planen igen',
    'Put it in order in the register first; then plan anew',
  ),
  warning: say(
    'Det spærrer ikke: den, der bestiller planen, bekræfter det',
    'It does not stop the plan: whoever orders it confirms it',
  ),
}

/** Told to whoever ordered an undo by a plan that is no longer the one they saw. */
export const planChanged: Text = say(
  'Planen er ikke længere den, der blev vist: registret eller sagerne har ændret sig siden. Se den nye plan, og bestil igen',
  'The plan is no longer the one that was shown: the register or the cases have changed since. Look at the new plan and order again',
)
