import { isDeepStrictEqual } from 'node:util'

import { UnwritableText } from '../characters.ts'
import type { Read, Reply, Request, UnreadableReason } from '../message.ts'
import { readReply } from '../read-reply.ts'
import { readRequest } from '../read-request.ts'
import { attempt } from '../unreadable.ts'
import { writeReply } from '../write-reply.ts'
import { writeRequest } from '../write-request.ts'
import { parseXml, type XmlElement } from '../xml-parse.ts'
import type { Input } from './inputs.ts'
import { askOracle } from './oracle.ts'

/**
 * `threw`: a reader gave no answer. `believed`: it took what a strict parser refuses. `doubted`: it called malformed
 * what is not. `misread`: both took it, for different things. `changed`: what was read is another thing once written.
 */
export type Fault = 'threw' | 'believed' | 'doubted' | 'misread' | 'changed'

export interface Judgement {
  /** A message that says something, a document that says nothing to us, or why it was refused. */
  readonly outcome: 'message' | UnreadableReason
  readonly fault: Fault | null
}

export type TreeReader = (bytes: Uint8Array, contentType: string | null) => Read<XmlElement>

const ownReader: TreeReader = (bytes, contentType) => attempt(() => parseXml(bytes, contentType))

/** Reads one input as everybody reads it and holds the answers against each other. */
export function judge({ bytes, contentType }: Input, reader = ownReader): Judgement {
  try {
    const tree = reader(bytes, contentType)
    const said = hear(bytes, contentType)
    const outcome = said.type === 'read' ? 'message' : said.reason
    const fault = compare(tree, bytes, contentType) ?? (said.isKept ? null : 'changed')
    return { outcome, fault }
  } catch {
    return { outcome: 'malformed', fault: 'threw' }
  }
}

function compare(tree: Read<XmlElement>, bytes: Uint8Array, type: string | null): Fault | null {
  // Limits, encodings, document types and control characters are rules of ours, stricter than XML's.
  if (tree.type === 'unreadable' && tree.reason !== 'malformed') return null
  const judged = askOracle(bytes, type)
  if (tree.type === 'read' && judged.type === 'read') {
    return isSameTree(tree.message, judged.message) ? null : 'misread'
  }
  if (tree.type === 'read') return 'believed'
  return judged.type === 'read' ? 'doubted' : null
}

/** A blank that is written as a reference is text to us: nobody writes one by accident. */
function isSameTree(own: XmlElement, other: XmlElement): boolean {
  return (
    own.name === other.name &&
    isDeepStrictEqual(own.attributes, other.attributes) &&
    (own.hasText || !other.hasText) &&
    own.children.length === other.children.length &&
    own.children.every((child, at) => {
      const beside = other.children[at]
      return beside !== undefined && isSameTree(child, beside)
    })
  )
}

type Said = Read<Reply | Request> & { readonly isKept: boolean }

/** As a reply or else as a request, and whether it is the same once it was written and read again. */
function hear(bytes: Uint8Array, contentType: string | null): Said {
  const reply = readReply(bytes, { contentType })
  if (reply.type === 'read') {
    // Names that nobody knows are told, not written.
    const plain = { ...reply, message: { ...reply.message, unknown: [] } }
    const isKept = comesBack(() => readReply(writeReply(reply.message)), plain)
    return { ...reply, isKept }
  }
  const request = readRequest(bytes, { contentType })
  if (request.type === 'unreadable') return { ...reply, isKept: true }
  const isKept = comesBack(() => readRequest(writeRequest(request.message)), request)
  return { ...request, isKept }
}

function comesBack(again: () => unknown, said: unknown): boolean {
  try {
    return isDeepStrictEqual(again(), said)
  } catch (error) {
    // UTF-8 carries more than what may be written.
    if (error instanceof UnwritableText) return true
    throw error
  }
}
