import { parentPort } from 'node:worker_threads'

import Elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js'

/** Laying out a large chart takes a good part of a second: nobody else's request waits for it here. */
const elk = new Elk.default()

parentPort?.on('message', ({ id, graph }: { id: number; graph: ElkNode }) => {
  elk
    .layout(graph)
    .then((laidOut) => parentPort?.postMessage({ id, graph: laidOut }))
    .catch((error: unknown) => parentPort?.postMessage({ id, error: String(error) }))
})
