import { once } from 'node:events'
import { createServer } from 'node:net'

import { expect, test } from 'vitest'

import { refuseTakenPort } from './taken-port.ts'

test('a taken port is refused naming its variable', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(refuseTakenPort('127.0.0.1', port)).rejects.toThrow('PORT')
  server.close()
  await once(server, 'close')
  await expect(refuseTakenPort('127.0.0.1', port)).resolves.toBeUndefined()
})
