import { startRelay } from './relay.ts'

// Started with the ports to lead to; told to cut and to mend, and gone with whoever started it.
const relays = await Promise.all(process.argv.slice(2).map((port) => startRelay(Number(port))))
process.on('message', (word) => {
  for (const relay of relays) {
    if (word === 'cut') relay.cut()
    else relay.mend()
  }
})
process.on('disconnect', () => process.exit())
process.send?.({ ports: relays.map(({ port }) => port) })
