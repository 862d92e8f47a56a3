import { Checkbox } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useTRPC, useTRPCClient } from '../api.ts'
import { leavePerson } from '../new-case/person-to-open.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PersonalNumber } from '../ui/personal-number.tsx'
import { calledBy } from './known-people.ts'
import type { CaseView } from './use-case-command.ts'

interface FoundPeopleProps {
  readonly view: CaseView
  readonly rule: string
  readonly people: readonly string[]
  readonly different: readonly string[]
  readonly isMissing: boolean
  readonly onChange: (different: readonly string[]) => void
}

/** Possible doubles: each is turned down by itself, or the case is given up for another on that person. */
export const FoundPeople = ({ rule, people, different, onChange, ...props }: FoundPeopleProps) => {
  const { t } = useTexts()
  const client = useTRPCClient()
  const { caseId } = props.view
  const whoseIs = (pnr: string) =>
    t('findings.person', { number: `${people.indexOf(pnr) + 1}: ${calledBy(props.view, pnr)}` })
  return (
    <fieldset className="found-people">
      <legend>{t('findings.people')}</legend>
      <ul>
        {people.map((pnr, index) => (
          <li key={pnr}>
            <PersonalNumber
              pnr={pnr}
              whose={whoseIs(pnr)}
              onReveal={async (reason) => {
                const why = reason === undefined ? {} : { reason }
                return (await client.cases.reveal.mutate({ caseId, pnr, ...why })).shown
              }}
            />
            <Checkbox
              size="small"
              id={`different-${rule}-${index}`}
              error={props.isMissing && !different.includes(pnr)}
              checked={different.includes(pnr)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...different, pnr] : different.filter((one) => one !== pnr),
                )
              }
            >
              {t('findings.different', { person: whoseIs(pnr) })}
            </Checkbox>
            <OtherWays event={props.view.event} pnr={pnr} whose={whoseIs(pnr)} />
          </li>
        ))}
      </ul>
      {props.isMissing && <p className="field-error">{t('findings.peopleMissing')}</p>}
    </fieldset>
  )
}

interface OtherWaysProps {
  readonly event: string
  readonly pnr: string
  readonly whose: string
}

/** The events of the same matter that take a number that exists already. */
const OtherWays = ({ event, pnr, whose }: OtherWaysProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const { data = [] } = useQuery(
    trpc.catalogue.events.queryOptions(undefined, { staleTime: Infinity }),
  )
  const ways = data.filter((one) => instead.includes(one.event) && one.event !== event)
  const open = ways.filter(({ mayOpen }) => mayOpen)
  if (open.length === 0) return null
  return (
    <p className="plain subtle">
      {t('findings.samePerson')}{' '}
      {open.map((one, index) => (
        <span key={one.event}>
          {index > 0 && ' · '}
          <Link
            to={paths.newCase}
            search={{ event: one.event }}
            className="aksel-link"
            onClick={() => leavePerson({ person: pnr })}
          >
            {text(one.name)}
            <span className="sr-only">: {whose}</span>
          </Link>
        </span>
      ))}
    </p>
  )
}

/** Where somebody has a number already, an entry is one of these. */
const instead: readonly string[] = ['entry-with-pnr', 're-entry']
