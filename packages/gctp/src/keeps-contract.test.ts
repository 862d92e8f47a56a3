import { expect, test } from 'vitest'

import { fixtures } from './fixtures.ts'
import { keepsContract } from './keeps-contract.ts'
import { developmentProfile as profile } from './profile.ts'
import { readReply } from './read-reply.ts'
import { findService } from './services/catalogue.ts'

/** Another server, which says next to nothing. */
const bare = 'STAM-drift-in-utf-8'

test.each(fixtures)('whether $name can be relied on is known', ({ name, reply }) => {
  const read = readReply(reply)
  if (read.type === 'unreadable') throw new Error(read.reason)
  expect(keepsContract(read.message, { profile, findService })).toBe(name !== bare)
})
