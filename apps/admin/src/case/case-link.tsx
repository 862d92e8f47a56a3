import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'

/** To another case, by its number and what it is about; without them where they cannot be seen. */
export const CaseLink = ({ caseId }: { readonly caseId: string }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.cases.get.queryOptions({ caseId }))
  return (
    <Link to={paths.case} params={{ caseId }} className="aksel-link">
      {data === undefined
        ? t('followOns.case')
        : t('case.linked', { number: data.number, event: text(data.eventName) })}
    </Link>
  )
}
