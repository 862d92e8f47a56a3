import { keysNow } from '../maintenance/renumber.ts'
import { receiptFor } from '../receipts.ts'
import type { Applied, Store } from '../store.ts'
import { callOf, dayCode, judged } from './calls.ts'
import { fine } from './said.ts'
import type { Said } from './said.ts'
import type { Call, FindService, UpdateService } from './update-service.ts'

/** Who saves, in which conversation, and whether the answer will be heard. */
export interface Saver {
  readonly user: string
  readonly timestamp: string
  readonly reply: Applied['reply']
}

const appliedBy = (service: UpdateService, call: Call, saver: Saver): Applied => ({
  seq: call.store.applied().length + 1,
  at: new Date(call.store.clock.now()).toISOString(),
  service: service.id,
  event: service.event(call),
  keys: call.keys,
  user: saver.user,
  authority: call.authority,
  dialogue: saver.timestamp,
  reply: saver.reply,
})

/** Stores all that the call writes, or nothing; it is on the disk before anybody hears of it. */
export function saveNow(
  service: UpdateService,
  call: Call,
  saver: Saver,
  waiting = call.store.waiting(),
): Said {
  const applied = appliedBy(service, call, saver)
  const { change, output } = service.write(call)
  call.store.keep({ ...change, applied, waiting })
  return { state: 'saved', receipt: receiptFor([]), fields: output }
}

/** Keeps the call for its day; only the mark of waiting data shows. */
export function saveLater(service: UpdateService, call: Call, saver: Saver): Said {
  const { store, keys, data, tables, authority } = call
  const { user, timestamp: dialogue } = saver
  const due = data[dayCode(call)] ?? store.clock.today()
  const pnr = keys['PNR'] ?? ''
  const entry = { due, pnr, service: service.id, keys, data, tables, authority, user, dialogue }
  store.keep({ waiting: [...store.waiting(), entry] })
  return fine('waiting')
}

/** What is due is checked anew; what does not hold any longer goes on waiting and keeps its mark. */
export function releaseWaiting(store: Store, services: FindService): void {
  for (const entry of store.waiting().filter(({ due }) => due <= store.clock.today())) {
    const service = services(entry.service)
    const call = callOf(store, { ...entry, keys: keysNow(store, entry.keys) })
    if (service === undefined || judged(service, call).length > 0) continue
    const saver = { user: entry.user, timestamp: entry.dialogue, reply: 'sent' } as const
    const others = store.waiting().filter(({ dialogue }) => dialogue !== entry.dialogue)
    saveNow(service, call, saver, others)
  }
}
