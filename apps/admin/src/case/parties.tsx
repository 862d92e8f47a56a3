import { Tag } from '@navikt/ds-react'

import { useTRPCClient } from '../api.ts'
import { HistoryLink } from '../history/history-link.tsx'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { spokenName } from '../ui/person-name.ts'
import { PersonalNumber } from '../ui/personal-number.tsx'
import { roleName } from './role-name.ts'
import type { CaseView } from './use-case-command.ts'

export const Parties = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const client = useTRPCClient()
  const { caseId } = view
  return (
    <section className="card" aria-labelledby="parties-title">
      <h2 id="parties-title" className="card-title">
        {t('case.parties')}
      </h2>
      {view.persons.length === 0 && <p className="subtle plain">{t('case.noParties')}</p>}
      <ul className="parties">
        {view.persons.map((person) => (
          <li key={`${person.role}-${person.pnr}`}>
            <span className="party-line">
              <span className="party-role">{roleName(person.role, t)}</span>
              <HistoryLink person={person.pnr} purpose={view.purpose} whose={whoseIs(person, t)} />
            </span>
            <span className="party-line">
              <PartyName person={person} />
              <PersonalNumber
                pnr={person.pnr}
                whose={whoseIs(person, t)}
                onReveal={async (reason) => {
                  const { pnr } = person
                  const asked = await client.cases.reveal.mutate({
                    caseId,
                    pnr,
                    ...(reason !== undefined && { reason }),
                  })
                  return asked.shown
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      {view.persons.length > 0 && <p className="follow-on-note">{t('case.showNote')}</p>}
    </section>
  )
}

const whoseIs = ({ name, role }: CaseView['persons'][number], t: Texts['t']) =>
  name === undefined ? roleName(role, t) : spokenName(name)

const PartyName = ({ person }: { readonly person: CaseView['persons'][number] }) => {
  const { t } = useTexts()
  if (person.protected === true) {
    return (
      <Tag size="xsmall" variant="moderate" data-color="warning">
        {t('case.protected')}
      </Tag>
    )
  }
  return person.name !== undefined && <span>{spokenName(person.name)}</span>
}
