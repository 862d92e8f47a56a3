import { listBadAnswers } from '../bad-replies/answers.ts'
import { type BadReply, latin1 } from '../bad-replies/bend.ts'
import { listBadDocuments } from '../bad-replies/documents.ts'
import { envelopeOf, inEnvelope, listBadEnvelopes } from '../bad-replies/envelopes.ts'
import type { GoodReply } from '../bad-replies/good-replies.ts'
import { developmentAgreement } from '../soap/soap-profile.ts'
import { createPoster, type Poster } from './post.ts'
import { createSoapPoster } from './soap-poster.ts'

/** A way in which messages travel, for tests that must hold of each. */
export interface Carrier {
  readonly name: string
  readonly poster: (url: string, deadlineMs: number) => Poster
  readonly goodBody: (good: GoodReply) => Uint8Array
  readonly badReplies: (good: GoodReply) => readonly BadReply[]
}

const badMessages = (good: GoodReply): readonly BadReply[] => [
  ...listBadDocuments(good),
  ...listBadAnswers(good),
]

/** Once it is a text in another, a message is in no encoding of its own. */
const carried = (good: GoodReply): readonly BadReply[] =>
  badMessages(good)
    .filter(({ reason }) => reason !== 'encoding')
    .map(({ bytes, ...bad }) => ({
      ...bad,
      bytes: inEnvelope(Buffer.from(bytes).toString('latin1')),
    }))

export const carriers: readonly [Carrier, Carrier] = [
  {
    name: 'over HTTP',
    poster: (url, deadlineMs) => createPoster(url, deadlineMs),
    goodBody: ({ text }) => latin1(text),
    badReplies: badMessages,
  },
  {
    name: 'in SOAP',
    poster: (url, deadlineMs) =>
      createSoapPoster({ url, deadlineMs, agreement: developmentAgreement }),
    goodBody: (good) => latin1(envelopeOf(good)),
    badReplies: (good) => [...listBadEnvelopes(good), ...carried(good)],
  },
]
