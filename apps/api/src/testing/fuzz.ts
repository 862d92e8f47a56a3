/** A generator of its own, so that what failed once fails again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = (text: string) => text.split(' ')

/** Keys that some procedure knows, and some that none should. */
export const fuzzNames = words(
  'event data purpose idempotencyKey parent caseId seq command type reason expectedVersion service keys status limit ' +
    'cursor person text stuck pnr to also plan dataType followOn findings outcome PNR authority role __proto__ constructor toString',
)

const odd: readonly unknown[] = [
  [],
  {},
  null,
  true,
  -1,
  1.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(5000),
  "' or 1=1 --",
  '=cmd() <script>',
  'Łukasz \u202e A\u030a 🦆',
  ...words('0 0107529039 010752-9039 0101010001 99999999 20261123 ../../etc/passwd %00 \\u0000'),
  ...words(
    'addressing-name move name.undo-current church STAMP ADRSOG1 draft undone submit fill assign',
  ),
]

/** Values and objects that no caller should send; those that are known are mixed in. */
export function createFuzz(seed: number, known: readonly unknown[]) {
  const random = createRandom(seed)
  const values: readonly unknown[] = [...known, ...odd]
  const value = (depth: number): unknown => {
    const kind = random(10)
    if (depth > 3 || kind < 7) return values[random(values.length)]
    if (kind === 7) return Array.from({ length: random(4) }, () => value(depth + 1))
    return object(depth + 1)
  }
  const object = (depth: number): object =>
    Object.fromEntries(
      Array.from({ length: random(6) }, () => [
        fuzzNames[random(fuzzNames.length)] ?? '',
        value(depth),
      ]),
    )
  return { random, value, object }
}
