import { createHash } from 'node:crypto'

import type { Action, UpdateRequest } from '../message.ts'
import { developmentProfile, type Profile } from '../profile.ts'
import { findService, type FindService } from '../services/catalogue.ts'
import { writeRequest } from '../write-request.ts'
import {
  isNotSignedOn,
  toAbortAnswer,
  toInitiateAnswer,
  toLookUpAnswer,
  toSaveAnswer,
  toValidateAnswer,
} from './answers.ts'
import { type Call, type Caller, createCaller, type Dated } from './caller.ts'
import type { Heard, ToldReply } from './caller.ts'
import type { CallOptions, Client, Dialogue, PreparedSave, Update } from './contract.ts'
import { type Cookies, createCookies } from './cookies.ts'
import { createDialogueTokens, type DialogueTokens } from './dialogue-tokens.ts'
import { createPoster, type Poster, type RegisterTls } from './post.ts'
import { createOwnBook, type SignOnBook } from './sign-on-book.ts'
import { type Access, createAccess } from './sign-on.ts'

export interface ClientOptions {
  readonly url: string
  /** The personkode of whoever works: everything is logged on it. */
  readonly user: string
  readonly password: string | (() => string)
  /** For one call as a whole, from connecting to the last byte. */
  readonly deadlineMs?: number
  readonly profile?: Profile
  /** What answers are held against, asked anew for each; the built-in descriptions where nobody says. */
  readonly findService?: FindService
  readonly now?: () => number
  /** Told of the register's clock with every reply. */
  readonly onDate?: (dated: Dated) => void
  /** Told of each answer as it was read; must not throw. */
  readonly onReply?: (told: ToldReply) => void
  readonly tls?: RegisterTls | undefined
  /** How bytes reach the register; without one over HTTP. */
  readonly poster?: Poster
  /** Whether somebody has lately settled why sign-on was refused: it is worth one more try then. */
  readonly isAccessMended?: (withinMs: number) => Promise<boolean>
  /** Where others sign on as the same user: then it says by itself whether it was settled. */
  readonly signOnBook?: SignOnBook
}

const defaultDeadlineMs = 30_000

/** A client of the register for one user: signs on by itself and answers with values, never errors. */
export function createClient(options: ClientOptions): Client {
  const { password, profile = developmentProfile, now = () => performance.now() } = options
  const poster =
    options.poster ??
    createPoster(options.url, options.deadlineMs ?? defaultDeadlineMs, options.tls)
  const cookies = createCookies()
  const { onDate, onReply } = options
  const caller = createCaller({ poster, cookies, profile, now, onDate, onReply })
  const access = poster.vouchesFor
    ? vouchedFor
    : createAccess({
        caller,
        cookies,
        user: options.user,
        password: typeof password === 'string' ? () => password : password,
        profile,
        now,
        book:
          options.signOnBook ??
          createOwnBook(options.isAccessMended ?? (() => Promise.resolve(false)), now),
      })
  const session: Session = { caller, cookies, access, poster, tokens: createDialogueTokens() }
  const understanding = { profile, findService: options.findService ?? findService }
  return {
    ...conversation(session, profile),
    lookUp: async (service, keys, callOptions) => {
      const bytes = writeRequest({ type: 'read', service, keys }, profile)
      const expect = { type: 'read', service, keys } as const
      const call: Call = { action: 'read', service, bytes, expect }
      return toLookUpAnswer(await ask(session, call, callOptions), understanding)
    },
    close: async () => {
      cookies.dropToken()
      poster.close()
    },
  }
}

interface Session {
  readonly poster: Poster
  readonly caller: Caller
  readonly cookies: Cookies
  readonly access: Access
  readonly tokens: DialogueTokens
}

/** For whom the connection vouches has signed on already. */
const vouchedFor: Access = { ensure: () => Promise.resolve(null) }

type Conversation = Pick<Client, 'initiate' | 'validate' | 'prepareSave' | 'save' | 'abort'>

function conversation(session: Session, profile: Profile): Conversation {
  return {
    initiate: async (update, options) => {
      const { service, keys, authority } = update
      const call = toCall('initiate', { service, keys, authority, data: {} }, null, profile)
      return toInitiateAnswer(await ask(session, call, options), update, profile)
    },
    validate: async (dialogue, update, options) => {
      const call = toCall('validate', update, dialogue, profile)
      return toValidateAnswer(await ask(session, call, options), profile)
    },
    prepareSave: (dialogue, update) => {
      const call = wrapped(toCall('save', update, dialogue, profile), session.poster)
      const { bytes, shown } = call
      const hash = createHash('sha256').update(bytes).digest('hex')
      return { dialogue, bytes, hash, ...(shown && { carried: shown }) }
    },
    save: async (prepared, options) => {
      const heard = await tell(session, toSave(prepared), options)
      return toSaveAnswer(heard, profile)
    },
    abort: async (dialogue, options) => {
      const call = toCall('abort', { ...dialogue, data: {} }, dialogue, profile)
      return toAbortAnswer(await ask(session, call, options), profile)
    },
  }
}

const actions: Readonly<Record<'initiate' | Action, Action | null>> = {
  initiate: null,
  validate: 'validate',
  save: 'save',
  abort: 'abort',
}

function toCall(
  action: 'initiate' | Action,
  update: Update,
  dialogue: Dialogue | null,
  profile: Profile,
): Call {
  // The keys of a conversation are those it was initiated with; others would be refused.
  const { service, keys, authority } = dialogue ?? update
  const timestamp = dialogue?.timestamp ?? null
  const request: UpdateRequest = {
    type: 'update',
    service,
    keys,
    authority,
    action: actions[action],
    dialogue: timestamp,
    data: update.data,
    ...(update.tables !== undefined && { tables: update.tables }),
    ...(update.wait !== undefined && { wait: update.wait }),
  }
  const expect = { type: 'update', service, keys } as const
  return {
    action,
    service,
    bytes: writeRequest(request, profile),
    expect: timestamp === null ? expect : { ...expect, dialogue: timestamp },
  }
}

/** As it leaves, where that is not the message itself: then the message is what is shown. */
function wrapped(call: Call, { wrap }: Poster): Call {
  return wrap ? { ...call, bytes: wrap(call.bytes, call.service), shown: call.bytes } : call
}

function toSave({ dialogue, bytes, carried }: PreparedSave): Call {
  const { service, keys, timestamp } = dialogue
  const expect = { type: 'update', service, keys, dialogue: timestamp } as const
  return { action: 'save', service, bytes, expect, ...(carried && { shown: carried }) }
}

/** Sends once, with a token at hand: in a conversation with the one that it was begun under. */
async function tell(session: Session, call: Call, options?: CallOptions): Promise<Heard> {
  const { access, cookies, tokens, caller } = session
  const { dialogue } = call.expect
  const own = tokens.of(dialogue)
  const reason = own === null ? await access.ensure(options) : null
  if (reason !== null) return { type: 'notSent', reason }
  const token = own ?? cookies.token()
  const heard = await caller({ ...call, token: own }, options)
  const isRefused = heard.type === 'heard' && isNotSignedOn(heard.reply.receipt)
  // Another call may have signed on meanwhile: its token stays.
  if (isRefused && cookies.token() === token) cookies.dropToken()
  if (isRefused || endings.has(call.action)) tokens.ended(dialogue)
  if (call.action === 'initiate') tokens.began(beginning(heard), token)
  return heard
}

const endings: ReadonlySet<Call['action']> = new Set(['save', 'abort'])

function beginning(heard: Heard): string | null {
  return heard.type === 'heard' ? heard.reply.dialogue : null
}

/** For calls without effect: one that met an expired token is repeated once after signing on. */
async function ask(session: Session, said: Call, options?: CallOptions): Promise<Heard> {
  const call = wrapped(said, session.poster)
  const heard = await tell(session, call, options)
  const isRefused = heard.type === 'heard' && isNotSignedOn(heard.reply.receipt)
  return isRefused && session.access !== vouchedFor ? tell(session, call, options) : heard
}
