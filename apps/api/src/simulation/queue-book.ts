import type { EffectRow } from '../invariants/read-cases.ts'

/** An effect as the server said that it was written. */
export interface WrittenEffect extends EffectRow {
  readonly class: string
  readonly worker: string | null
  readonly fence: string | null
  /** How many processes were lost with it. */
  readonly losses: number
  /** Milliseconds. */
  readonly created: number
  /** Milliseconds. */
  readonly due: number
  /** Milliseconds; null for a lease that never ends, too. */
  readonly leaseUntil: number | null
  readonly isGone: boolean
}

/**
 * The queue as committed, written down from what the server tells of each row: whoever asks after every commit what is due
 * and who holds it need not ask the server.
 */
export interface QueueBook {
  readonly effects: () => readonly WrittenEffect[]
  write(effects: readonly WrittenEffect[]): void
  /** What stands there now can be come back to. */
  mark(): void
  goBack(): void
}

/**
 * Tells of every row of the queue that is written, rolled back or not. The words are for the connection that wrote it, and
 * no log.
 */
export const TELLING = `
  create function simulation.tell_effect() returns trigger language plpgsql as $$ begin
    raise info '%', json_build_object('case_id', coalesce(new.case_id, old.case_id),
      'effect_id', coalesce(new.effect_id, old.effect_id), 'authority', new.authority,
      'type', new.type, 'state', new.state, 'attempts', new.attempts, 'clock', new.clock,
      'class', new.class, 'losses', new.losses, 'created', floor(extract(epoch from new.created_at) * 1000),
      'worker', new.worker, 'fence', new.fence::text, 'due', floor(extract(epoch from new.due_at) * 1000),
      'leased', new.lease_until is not null, 'isGone', tg_op = 'DELETE',
      'leaseUntil', case when isfinite(new.lease_until) then floor(extract(epoch from new.lease_until) * 1000) end);
    return null;
  end $$;
  create trigger tells after insert or update or delete on public.effects
    for each row execute function simulation.tell_effect();`

export function readWritten(told: readonly string[]): readonly WrittenEffect[] {
  return told.map((text) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in the words of `tell_effect`
    const row = JSON.parse(text) as Omit<WrittenEffect, 'due_at'>
    return { ...row, due_at: new Date(row.due) }
  })
}

export function createQueueBook(): QueueBook {
  let rows = new Map<string, WrittenEffect>()
  let marked: typeof rows | null = null
  let listed: readonly WrittenEffect[] | null = null
  return {
    effects: () => (listed ??= [...rows.values()]),
    write(effects) {
      if (effects.length > 0) listed = null
      for (const one of effects) {
        const key = `${one.case_id} ${one.effect_id}`
        if (one.isGone) rows.delete(key)
        else rows.set(key, one)
      }
    },
    mark() {
      marked = new Map(rows)
    },
    goBack() {
      if (marked) rows = marked
      marked = null
      listed = null
    },
  }
}
