import { expect, test } from 'vitest'

import { showWire } from './show-wire.ts'

test('a message is broken at its elements', () => {
  expect(showWire('<?xml version="1.0"?><root><Gctp v="2.0"><Kvit r="Ok"/></Gctp></root>')).toBe(
    [
      '<?xml version="1.0"?>',
      '<root>',
      '  <Gctp v="2.0">',
      '    <Kvit r="Ok"/>',
      '  </Gctp>',
      '</root>',
    ].join('\n'),
  )
})

test('text inside an element stays on its line', () => {
  expect(showWire('<a><b>to ord</b></a>')).toBe('<a>\n  <b>to ord</b>\n</a>')
})
