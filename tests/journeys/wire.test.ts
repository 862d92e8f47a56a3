import { expect, test } from 'vitest'

import { useProduct } from '../src/journey.ts'
import { initiateMove, post, signOnToken } from '../src/wire.ts'

const journey = useProduct()

test('a message cut at any byte is refused and changes nothing', async () => {
  const { product, control } = journey.world
  const cookie = await signOnToken(product.register)
  const whole = initiateMove('0709614096')
  expect((await post(product.register, whole, cookie)).text).toContain('r="Ok"')
  const { length } = await control.applied()
  for (let cut = 0; cut < whole.length; cut += 7) {
    const { status, text } = await post(product.register, whole.slice(0, cut), cookie)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('r="Ok"')
  }
  expect((await control.applied()).length).toBe(length)
})

test('a call without a token is told to sign on', async () => {
  const { product } = journey.world
  expect((await post(product.register, initiateMove('0709614096'))).text).toContain('v="901"')
})
