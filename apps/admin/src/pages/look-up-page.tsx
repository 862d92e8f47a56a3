import { useMutation, useQuery } from '@tanstack/react-query'

import { explain } from '../api-error.ts'
import { useTRPC, useTRPCClient } from '../api.ts'
import { Answer } from '../look-up/answer.tsx'
import { LookUpForm, type Question } from '../look-up/look-up-form.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { bareNumber, isWholePnr } from '../ui/mask.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const isLookUp = (kind: string) => ['lookup', 'search', 'helper'].includes(kind)

/** An answer lives in this page only: it is asked for once and kept in no cache. */
export const LookUpPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const services = useQuery(
    trpc.catalogue.services.queryOptions(undefined, { staleTime: Infinity }),
  )
  const asked = useMutation({
    gcTime: 0,
    mutationFn: async ({ kind, ...question }: Question) => ({
      answer: await client.register[kind].query(question),
      purpose: question.purpose,
      person: Object.values(question.keys).find(isWholePnr),
    }),
  })
  return (
    <>
      <div className="head">
        <PageTitle title={t('lookUp.title')}>{t('lookUp.title')}</PageTitle>
        <ButtonLink to={paths.history} variant="secondary">
          {t('history.ofPerson')}
        </ButtonLink>
      </div>
      <p className="plain">{t('lookUp.intro')}</p>
      <div className="two">
        <Panel query={services} rows={5}>
          {(all) => (
            <LookUpForm
              services={all.filter(({ kind }) => isLookUp(kind))}
              busy={asked.isPending}
              onAsk={(question) => asked.mutate(question)}
            />
          )}
        </Panel>
        <div aria-live="polite">
          {asked.isError && <p className="field-error">{explain(asked.error, t)}</p>}
          {asked.data !== undefined && (
            <Answer
              answer={asked.data.answer}
              purpose={asked.data.purpose}
              person={asked.data.person === undefined ? undefined : bareNumber(asked.data.person)}
            />
          )}
        </div>
      </div>
    </>
  )
}
