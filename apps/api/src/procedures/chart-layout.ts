import { Worker } from 'node:worker_threads'

import type { ElkNode } from 'elkjs/lib/elk-api.js'

type Layout = (graph: ElkNode) => Promise<ElkNode>

interface Waiting {
  readonly resolve: (graph: ElkNode) => void
  readonly reject: (error: Error) => void
}

type Answer = { readonly id: number } & ({ readonly graph: ElkNode } | { readonly error: string })

/** Lays charts out beside the requests: a large one takes a good part of a second. The thread starts with the first. */
export function createLayout(): Layout {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  const start = () => {
    const started = new Worker(new URL('layout-worker.ts', import.meta.url))
    started.unref()
    started.on('message', (answer: Answer) => settle(waiting, answer))
    started.on('error', (error) => {
      worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return started
  }
  return (graph) =>
    new Promise((resolve, reject) => {
      asked += 1
      waiting.set(asked, { resolve, reject })
      worker ??= start()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id: asked, graph })
    })
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const asker = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('graph' in answer) asker?.resolve(answer.graph)
  else asker?.reject(new Error(`the chart could not be laid out: ${answer.error}`))
}
