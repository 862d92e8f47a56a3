import { type CaseData, emptyView } from '@sagsgang/events'
import { createBareClient, type Update } from '@sagsgang/gctp'
import type { WireRegister } from '@sagsgang/register'

import { groundOf } from '../effects/case-facts.ts'
import { updateOf } from '../effects/update-of.ts'
import { toStoredCase } from '../engine/case-row.ts'
import type { Clock, StoredCase } from '../engine/ports.ts'
import type { Random } from '../storm/random.ts'
import type { Ground } from './ground.ts'
import type { Store } from './store.ts'
import type { Carried } from './wire.ts'

/** The register is everybody's: another authority writes about somebody while a case of ours does. */
export interface Others extends Ground {
  readonly store: Store
  readonly register: WireRegister
  /** Conversations of theirs, each with the case that they came across. */
  readonly met: Map<string, string>
}

type Deed = 'sameElsewhere' | 'otherElsewhere' | 'otherByUs' | 'queued'

const deeds: readonly Deed[] = ['sameElsewhere', 'otherElsewhere', 'otherByUs', 'queued']

// Names are given by every parish, so that theirs may be changed by another.
const EVENT = 'name-change'
const PARISHES = ['7001', '7003'] as const

const REFUSES = 0.3
/** After the validation was heard, and until the save must have been. */
const REFUSED_MS = { from: 62, until: 5_000 } as const

/** While a save is being prepared, and while nobody may know what came of it. */
const WITHIN_MS = { validate: 150, save: 30_000 } as const

/** Told of every call of ours that leaves. */
export function meddle(others: Others, call: Carried): void {
  const { plan, random, scheduler, outside, store, isStormy } = others
  const { action, dialogue } = call
  if (action !== 'validate' && action !== 'save') return
  if (!isStormy() || !(plan.others > 0 && random.chance(plan.others))) return
  if (action === 'validate' && random.chance(REFUSES)) return refuseFor(others, call)
  const deed = random.pick(deeds) ?? 'otherElsewhere'
  void scheduler.turn({
    who: outside,
    what: null,
    at: scheduler.now() + random.below(WITHIN_MS[action]),
    isFree: () => store.holder() === null,
    act: () => writeAbout(others, dialogue, deed),
  })
}

/** What the register found right a moment ago it finds wrong: a rule of its own that nobody else knows. */
function refuseFor({ scheduler, outside, register, count }: Others, { service }: Carried): void {
  const refusal = { service, field: '', code: 60, text: 'Afvist' }
  const at = (milliseconds: number, what: string, refused: typeof refusal | null) =>
    void scheduler.turn({
      who: outside,
      what,
      at: scheduler.now() + milliseconds,
      act: () => register.refuse(refused),
    })
  count('refusals')
  at(REFUSED_MS.from, 'refuses', refusal)
  at(REFUSED_MS.until, 'refuses no longer', null)
}

async function writeAbout(others: Others, dialogue: string, deed: Deed): Promise<void> {
  const { store, register, met, note, count, outside } = others
  const [row] = await store.look<Parameters<typeof toStoredCase>[0]>(
    `select * from cases where event = $1 and snapshot #>> '{context,dialogue,timestamp}' = $2`,
    [EVENT, dialogue],
  )
  if (!row) return
  const update = updateFor(others, toStoredCase(row), deed)
  const saved = tellRegister(register, update, deed === 'queued')
  note(outside, `others ${deed} ${saved === null ? 'in vain' : 'saved'}`)
  if (saved === null) return
  met.set(saved, row.id)
  count(`others ${deed}`)
}

function updateFor({ register, random }: Others, stored: StoredCase, deed: Deed): Update {
  const { clock } = register.store
  const other = PARISHES.find((parish) => parish !== stored.authority) ?? PARISHES[0]
  const authority = deed === 'otherByUs' ? stored.authority : other
  const { snapshot } = stored
  const data = { ...snapshot.context.data, authority, ...changeOf(deed, random, clock.today()) }
  const told = {
    ...stored,
    authority,
    snapshot: { ...snapshot, context: { ...snapshot.context, data } },
  }
  const now = () => new Date(clock.now())
  const time: Clock = { realNow: now, registerNow: now, today: () => clock.today() }
  return updateOf(groundOf(told, emptyView, time), 0)
}

const surnames = ['Mølgaard', 'Kjeldgaard', 'Dalsgaard', 'Vestergaard'] as const

function changeOf(deed: Deed, random: Random, today: string): CaseData {
  if (deed === 'sameElsewhere') return {}
  const lastName = random.pick(surnames) ?? surnames[0]
  return deed === 'queued'
    ? { lastName, nameDate: `${Number(today.slice(0, 4)) + 1}0201` }
    : { lastName }
}

/** Their whole conversation, without bytes: its stamp where it was taken, or is kept for its day. */
function tellRegister(register: WireRegister, update: Update, waits: boolean): string | null {
  const speak: WireRegister['update'] = (request) =>
    register.update({ ...request, ...(waits && { wait: true }) })
  const lookUp: WireRegister['lookUp'] = (service, keys) => register.lookUp(service, keys)
  const client = createBareClient({ lookUp, update: speak, save: speak })
  const begun = client.initiate(update)
  if (!('dialogue' in begun)) return null
  client.validate(begun.dialogue, update)
  const saved = client.save(begun.dialogue, update)
  return saved.type === 'accepted' ? begun.dialogue.timestamp : null
}
