import { replyText } from '../fixtures.ts'
import type { Expectation } from '../read-reply.ts'

/** A good reply and the call that it answers. */
export interface GoodReply {
  readonly text: string
  readonly expect: Expectation & { readonly type: 'read' | 'update' }
}

export const undeclared = (name: string) => replyText(name).replace(/^<\?xml[^>]*\?>\s*/, '')

export const goodReplies: Readonly<Record<'lookup' | 'save', GoodReply>> = {
  lookup: {
    text: undeclared('STAMP-found'),
    expect: { type: 'read', service: 'STAMP', keys: { PNR: '0709614096' } },
  },
  save: {
    text: undeclared('FLYT-I-save'),
    expect: {
      type: 'update',
      service: 'FLYT-I',
      keys: { PNR: '0709614304' },
      dialogue: '20250301102211004512',
    },
  },
}
