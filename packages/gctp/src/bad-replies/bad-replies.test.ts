import { describe, expect, test } from 'vitest'

import { readReply } from '../read-reply.ts'
import { listBadAnswers } from './answers.ts'
import { listBadDocuments } from './documents.ts'
import { goodReplies } from './good-replies.ts'

describe.each(Object.entries(goodReplies))('in answer to a %s', (_kind, good) => {
  test('the good reply itself is read', () => {
    const read = readReply(Buffer.from(good.text, 'latin1'), { expect: good.expect })
    expect(read).toMatchObject({ type: 'read', message: { receipt: { outcome: 'done' } } })
  })

  test.each([...listBadDocuments(good), ...listBadAnswers(good)])(
    '$name is unreadable for its reason',
    (bad) => {
      const { bytes, contentType = null, reason } = bad
      const read = readReply(bytes, { contentType, expect: good.expect })
      expect(read).toEqual({ type: 'unreadable', reason })
    },
  )

  test.each([
    ['elements 32 deep', `${'<a>'.repeat(28)}${'</a>'.repeat(28)}`],
    ['nearly 20,000 elements', '<a/>'.repeat(19_950)],
    ['64 attributes', `<a${Array.from({ length: 64 }, (_, at) => ` a${at}=""`).join('')}/>`],
    ['a value of 64 KiB', `<a b="${'x'.repeat(64 * 1024)}"/>`],
    ['10,000 references', `<a b="${'&#65;'.repeat(10_000)}"/>`],
    ['a comment and a section', '<!-- Kvit --><a><![CDATA[<Kvit r="Ok"/>]]></a>'],
  ])('%s are not too much to read', (_name, elements) => {
    const text = good.text.replace('</Service>', `${elements}</Service>`)
    expect(readReply(Buffer.from(text, 'latin1'), { expect: good.expect }).type).toBe('read')
  })
})
