import { useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

/** People by name; whoever is not known goes by the user's name, and the engine by what it is. */
export const useUserNames = (): ((user: string) => string) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.identities.queryOptions(undefined, { staleTime: Infinity }))
  const names = new Map(data?.map(({ user, name }) => [user, name]))
  return (user) => (user === 'system' ? t('journal.system') : (names.get(user) ?? user))
}
