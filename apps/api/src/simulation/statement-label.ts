/** What a statement does, in two words for the trace: what it writes first or, where it only reads, where from. */
export interface Label {
  readonly text: string
  readonly writes: boolean
}

const known = new Map<string, Label>()
const WRITE = /\b(insert\s+into|update|delete\s+from)\s+"?([a-z_]+)"?/u
const STEP = /\bwrite_step\(/u
const READ = /\bfrom\s+"?([a-z_]+)"?/u
const LOCKS = /\bfor\s+(update|share)\b|\bnextval\b|\bpg_advisory/u

export function labelOf(sql: string): Label {
  const label = known.get(sql) ?? read(sql)
  known.set(sql, label)
  return label
}

function read(sql: string): Label {
  if (STEP.test(sql)) return { text: 'write step', writes: true }
  const [, verb = '', table = ''] = WRITE.exec(withoutLocks(sql)) ?? []
  if (verb !== '') return { text: `${verb.split(/\s/u)[0] ?? verb} ${table}`, writes: true }
  const [, from = 'nothing'] = READ.exec(sql) ?? []
  return LOCKS.test(sql)
    ? { text: `lock ${from}`, writes: false }
    : { text: `select ${from}`, writes: false }
}

/** "for update" names no table, and "on conflict do update set" none that is not named before. */
function withoutLocks(sql: string): string {
  return sql.replace(/\b(for|do)\s+update\b/gu, '')
}
