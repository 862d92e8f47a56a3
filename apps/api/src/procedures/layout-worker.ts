import { parentPort } from 'node:worker_threads'

import Elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js'

/** Laying out a large chart takes a good part of a second: nobody else's request waits for it here. */
const elk = new Elk.default()

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const answer = (message: unknown) => parentPort?.postMessage(message)

parentPort?.on('message', ({ id, graph }: { id: number; graph: ElkNode }) => {
  elk
    .layout(graph)
    .then((laidOut) => answer({ id, graph: laidOut }))
    .catch((error: unknown) => answer({ id, error: String(error) }))
})
