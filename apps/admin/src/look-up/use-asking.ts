import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPCClient } from '../api.ts'
import { type Answered, joined, type LookUp, type Question } from './answered.ts'

type Order =
  | { readonly type: 'ask'; readonly question: Question }
  /** The rows after those that stand, by the register's own key. */
  | { readonly type: 'more'; readonly before: Answered; readonly key: string }

const questionIn = (order: Order): Question =>
  order.type === 'ask' ? order.question : order.before.question

const keysIn = (order: Order) => {
  const { keys } = questionIn(order)
  if (order.type === 'ask' || order.before.view.rest === null) return keys
  return { ...keys, [order.key]: order.before.view.rest }
}

/**
 * Asked only by who means it: every answer is a lookup that is written down. It lives in this page and is kept in no cache;
 * another question takes it off the screen before its own answer comes.
 */
export const useAsking = () => {
  const client = useTRPCClient()
  const [answered, setAnswered] = useState<Answered>()
  const asked = useMutation({
    gcTime: 0,
    mutationFn: (order: Order): Promise<LookUp> => {
      const { service, kind, purpose, reason } = questionIn(order)
      const question = { service, keys: keysIn(order), purpose }
      return kind === 'search'
        ? client.register.search.query(question)
        : client.register.lookUp.query({ ...question, ...(reason !== undefined && { reason }) })
    },
    onMutate: (order) => {
      // A reason uncovers what stands.
      if (questionIn(order).reason === undefined && order.type === 'ask') setAnswered(undefined)
    },
    onSuccess: (view, order) =>
      setAnswered(
        order.type === 'ask'
          ? { question: order.question, view }
          : { ...order.before, view: joined(order.before.view, view) },
      ),
  })
  const { variables: order, error, isPending, submittedAt } = asked
  return {
    answered,
    error,
    /** When it was asked: another attempt, another time. */
    askedAt: submittedAt,
    isAsking: isPending && order.type === 'ask',
    isFetchingMore: isPending && order.type === 'more',
    ask: (question: Question) => asked.mutate({ type: 'ask', question }),
    more: (before: Answered, key: string) => asked.mutate({ type: 'more', before, key }),
    again: () => order !== undefined && asked.mutate(order),
  }
}

export type Asking = ReturnType<typeof useAsking>
