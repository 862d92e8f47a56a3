import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { advance } from './advance.ts'
import type { EffectType } from './effects.ts'
import { landingsOf } from './landings-of.ts'
import { placeOf } from './places.ts'
import type { Snapshot } from './snapshot.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { explore } from './testing/explore.ts'
import { oneOfEach } from './testing/likeness.ts'
import { changed, changing, halted, marriage, step, undo } from './testing/marriage.ts'
import { applying } from './testing/offers.ts'
import { accepted, beingSaved, clean, different, saved, story, submitted } from './testing/story.ts'
import type { Story } from './testing/story.ts'
import { walk } from './testing/walk.ts'
import { quietWorld } from './testing/world.ts'
import { landingPlaces } from './vocabulary.ts'
import type { Landing, LandingPlace } from './vocabulary.ts'

const land = (to: LandingPlace): Landing => ({
  type: 'land',
  to,
  reason: 'nothing else helps',
  proposedBy: 'operator',
  approvedBy: 'senior',
})

const plain = eventWith()
const gated = eventWith([followOn('naming', { mode: 'required' })])

const allowedAt = ({ snapshot }: Story, definition = plain) =>
  landingsOf(definition, snapshot)
    .filter(({ allowed }) => allowed)
    .map(({ to }) => to)

describe('before anything has left', () => {
  const waiting = submitted(story(plain))

  test('a case becomes a draft again or ends', () => {
    expect(allowedAt(waiting)).toEqual(['drafting', 'withdrawn'])
    const draft = waiting.tell(land('drafting'))
    expect(draft.place).toBe('drafting')
    expect(draft.snapshot.context.open).toEqual({})
    expect(submitted(draft).place).toBe('awaitingTurn')
    expect(waiting.tell(land('withdrawn')).place).toBe('withdrawn')
  })

  test('the case that ordered it hears of both', () => {
    const ordered = submitted(story(plain, { parent: 'case-0', ordered: true }))
    expect(ordered.tell(land('drafting')).told.effects).toMatchObject([
      { type: 'tellParent', payload: { notice: 'refused' } },
    ])
    expect(ordered.tell(land('withdrawn')).told.effects).toMatchObject([
      { type: 'tellParent', payload: { notice: 'withdrawn' } },
    ])
  })

  test('what is over stays over', () => {
    expect(allowedAt(waiting.tell(land('withdrawn')))).toEqual([])
  })
})

describe('while a save is unresolved', () => {
  const saving = beingSaved(story(plain))

  test('only a decision is safe, and none is taken twice', () => {
    const unknown = saving.answer('save', { type: 'unknown', reason: 'timeout' })
    const queued = saving.answer('save', { type: 'queued' })
    for (const one of [saving, unknown, queued]) expect(allowedAt(one)).toEqual(['deciding'])
    expect(allowedAt(saving.tell(land('deciding')))).toEqual([])
  })

  test('a late answer to the save changes nothing any more', () => {
    const [[effect] = ['']] = Object.entries(saving.snapshot.context.open)
    const deciding = saving.tell(land('deciding'))
    expect(deciding.told.dropped).toEqual([effect])
    expect(deciding.tell({ ...saved, effect }).told.handled).toBe(false)
  })
})

describe('once its rows stand', () => {
  const differing = beingSaved(story(plain))
    .answer('save', saved)
    .answer('offer', { type: 'offered', followOns: [], deadlines: [], offersUntil: '20261223' })
    .answer('verify', different)

  test('a register that contradicts is judged by people', () => {
    expect(differing.status).toBe('stuck')
    expect(allowedAt(differing)).toEqual(['completed'])
    const landed = differing.tell(land('completed'))
    expect(landed.status).toBe('completed')
    expect(landed.snapshot.context).toMatchObject({ verified: true, differences: [] })
  })

  test('follow-ons that are due are still awaited', () => {
    const naming = gated.followOns.map((one) => applying(one))
    const stuck = accepted(story(gated), naming).tell(undo)
    const failed = stuck.answer('plan', { type: 'failed', reason: 'unreachable' })
    expect(allowedAt(failed, gated)).toEqual(['awaitingFollowOns'])
    const landed = failed.tell(land('awaitingFollowOns'))
    expect(landed.status).toBe('followOns')
    expect(landed.snapshot.value).toMatchObject({
      work: { accepted: { followOns: { 'naming@person': 'due' } } },
    })
  })

  test('what failed where it rests is let go', () => {
    const correct = { type: 'correct', operation: 'x', data: {}, reason: 'wrong' } as const
    const asked = accepted(story(plain)).tell(correct)
    const failed = asked.answer('openCorrection', { type: 'failed', reason: 'noParent' })
    expect(failed.status).toBe('stuck')
    expect(allowedAt(accepted(story(plain)))).toEqual([])
    const landed = failed.tell(land('completed'))
    expect(landed.status).toBe('completed')
    expect(landed.tell(correct).asked).toEqual(['openCorrection'])
  })

  test('some of several reports leave no whole case', () => {
    const several = { ...clean, reports: 2 }
    const half = story(plain)
      .tell({ type: 'submit' })
      .answer('check', several)
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', several)
      .answer('waitForTurn', { type: 'turnGiven' })
      .answer('initiate', { type: 'initiated', dialogue: { ...dialogue } })
      .answer('validate', { type: 'validated' })
      .answer('save', saved)
    expect(allowedAt(half)).toEqual(['partlyReported'])
    expect(half.tell(land('partlyReported')).place).toBe('partlyReported')
    expect(allowedAt(half.tell(land('partlyReported'), undo))).toEqual(['partlyReported'])
  })
})

const dialogue = { service: 'PROMO-I', keys: {}, authority: '0851', timestamp: '1' }

describe('during an undo', () => {
  test('those who held still are told to go on', () => {
    const halting = changing.tell(undo)
    expect(halting.place).toBe('halting')
    const landed = halting.tell(land('completed'), land('awaitingFollowOns'))
    expect(landed.snapshot.context.undoReason).toBeNull()
    const { open } = landed.snapshot.context
    expect(Object.values(open).map(({ type }) => type)).toContain('release')
  })

  test('a step under way keeps the case from going on', () => {
    const compensating = halted(changed.tell(undo)).answer('plan', {
      type: 'planned',
      steps: [step('w'), step('m')],
    })
    const running = compensating.answer('compensate', { type: 'compensating', caseId: 's1' })
    const allowed = landingsOf(marriage, running.snapshot)
    expect(allowed.filter((one) => one.allowed).map(({ to }) => to)).toEqual(['partlyUndone'])
    expect(allowed.find(({ to }) => to === 'completed')?.reason?.en).toContain('step of the undo')
    expect(running.tell(land('partlyUndone')).place).toBe('partlyUndone')
  })

  test('a held case waits for the one above', () => {
    const held = accepted(story(plain, { parent: 'case-0' })).tell({ type: 'stop' })
    expect(allowedAt(held)).toEqual([])
    const [{ reason } = { reason: undefined }] = landingsOf(plain, held.snapshot).filter(
      ({ to }) => to === 'completed',
    )
    expect(reason?.en).toContain('being undone')
  })
})

/** What leaves for the register, or leads there without anybody's doing. */
const leading: ReadonlySet<EffectType> = new Set<EffectType>([
  'save',
  'initiate',
  'validate',
  'waitForTurn',
  'waitForDay',
  'pollQueue',
  'openCorrection',
  'openReplacement',
  'compensate',
  'plan',
])

const seeds = Array.from({ length: 12 }, (_, index) => index + 100)

const everyKind = [...oneOfEach([...catalogue, ...maintenanceCatalogue]).values()]

describe('over all machines', () => {
  const walks = everyKind.flatMap((definition) =>
    seeds.map((seed) => ({ definition, steps: walk(definition, seed, 60).steps })),
  )

  test('a place is offered exactly where it is taken', () => {
    for (const { definition, snapshot } of rests(walks)) {
      for (const { to, allowed, reason } of landingsOf(definition, snapshot)) {
        expect(advance(definition, snapshot, land(to)).handled).toBe(allowed)
        expect(reason === undefined).toBe(allowed)
      }
    }
  })

  test('nothing leaves from where a case is put', () => {
    const landed = rests(walks).flatMap(({ definition, snapshot }) =>
      landingPlaces.map((to) => ({ to, ...advance(definition, snapshot, land(to)) })),
    )
    const handled = landed.filter((one) => one.handled)
    expect(new Set(handled.map(({ to }) => to)).size).toBe(landingPlaces.length)
    for (const { to, snapshot } of handled) {
      expect(placeOf(snapshot)).toBe(to)
      const types = Object.values(snapshot.context.open).map(({ type }) => type)
      expect(types.filter((type) => leading.has(type))).toEqual([])
    }
  })
})

function rests(
  walks: readonly { definition: typeof plain; steps: ReturnType<typeof walk>['steps'] }[],
): readonly { definition: typeof plain; snapshot: Snapshot }[] {
  return walks.flatMap(({ definition, steps }) =>
    steps
      .filter((_, index) => index % 4 === 0)
      .map(({ after: { snapshot } }) => ({ definition, snapshot })),
  )
}

describe('a landed case', () => {
  const lands = { ...quietWorld, lands: true }

  test.each([
    ['of one report', { ...lands, reportFaults: true, undoes: false }],
    ['of several', { ...lands, reports: 2, refusesLater: true }],
    ['with a parent', { ...lands, hasParent: true }],
    ['that is corrected', { ...lands, mode: 'derived', laterFaults: true, corrects: true }],
  ] as const)('%s has no dead end', (_, world) => {
    expect(explore(plain, world).deadEnds).toEqual([])
  })

  test('with a follow-on has no dead end', () => {
    const followOns = gated.followOns.map((one) => applying(one))
    // A child undone and opened again before each landing would be counted in the plan without end.
    const world = { ...lands, mode: 'derived', childrenReturn: false, followOns } as const
    expect(explore(gated, world).deadEnds).toEqual([])
  })
})
