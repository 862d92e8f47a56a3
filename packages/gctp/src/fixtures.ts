import { readdirSync, readFileSync } from 'node:fs'

/** A message and what it says: one folder each, so that a new message is a file. */
export interface Fixture {
  readonly name: string
  readonly request: Uint8Array
  readonly reply: Uint8Array
  readonly expected: { readonly request: unknown; readonly reply: unknown }
}

const folder = new URL('../fixtures/', import.meta.url)

export const fixtures: readonly Fixture[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({
    name,
    request: readFileSync(new URL(`${name}/request.xml`, folder)),
    reply: readFileSync(new URL(`${name}/reply.xml`, folder)),
    expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
  }))

export function getFixture(name: string): Fixture {
  const found = fixtures.find((fixture) => fixture.name === name)
  if (found === undefined) throw new Error(`no fixture ${name}`)
  return found
}

/** The text of a fixture's reply, to be bent by a test. */
export function replyText(name: string): string {
  return Buffer.from(getFixture(name).reply).toString('latin1')
}
