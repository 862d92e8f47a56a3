import { sql } from 'kysely'

import { createAuditor } from '../audit/record.ts'
import { type Command, Mistyped } from './command.ts'
import { withStore } from './with-store.ts'

// No person is named in the row, so that no key is needed to name one.
const NO_KEY = new Uint8Array(32)

/** For whoever had it reset, or lost the key that it is sealed with: the configured one counts from then on. */
export const forgetPasswordCommand: Command = {
  takes: '<register user>',
  does: 'forgets the stored password of a user of the register, so that the configured one counts',
  run: ({ words, config, say }) => {
    const [user, ...more] = words
    if (user === undefined || more.length > 0)
      throw new Mistyped('forget-password takes a user of the register')
    return withStore(config, async ({ db }) => {
      const { numAffectedRows } = await sql`
        delete from sign_ons where register_user = ${user} and passwords is not null`.execute(db)
      if (numAffectedRows === 0n) {
        say('no password is stored of that user')
        return 1
      }
      await createAuditor(NO_KEY, () => new Date()).record(db, {
        actor: { user: 'operator', role: 'operator', authority: '' },
        action: 'register.passwordForgotten',
        outcome: 'done',
        detail: { registerUser: user },
      })
      say('forgotten: the configured password counts from now on')
      return 0
    })
  },
}
