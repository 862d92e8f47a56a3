import { Provider } from '@navikt/ds-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'

import { apiClient, createQueryClient, TRPCProvider } from './api.ts'
import { useCurrentUser } from './identity.ts'
import { router } from './routes.tsx'
import { akselTexts } from './texts/aksel.ts'
import { useTexts } from './texts/use-texts.ts'

export const App = () => {
  const user = useCurrentUser()
  return <Window key={user} />
}

/** Built anew for each user: nothing that one may see is left for the next. */
const Window = () => {
  const { language } = useTexts()
  const queries = useMemo(createQueryClient, [])
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={apiClient} queryClient={queries}>
        <Provider locale={akselTexts[language]}>
          <RouterProvider router={router} />
        </Provider>
      </TRPCProvider>
    </QueryClientProvider>
  )
}
