import { useTexts } from '../texts/use-texts.ts'
import { spokenName } from '../ui/person-name.ts'
import { PersonalNumber } from '../ui/personal-number.tsx'
import { roleName } from './role-name.ts'
import type { CaseView } from './use-case-command.ts'

export const Parties = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  return (
    <section className="card" aria-labelledby="parties-title">
      <h2 id="parties-title" className="card-title">
        {t('case.parties')}
      </h2>
      {view.persons.length === 0 ? (
        <p className="subtle plain">{t('case.noParties')}</p>
      ) : (
        <ul className="parties">
          {view.persons.map(({ role, pnr, name }) => (
            <li key={`${role}-${pnr}`}>
              <span className="party-role">{roleName(role, t)}</span>
              <span className="party-line">
                {name !== undefined && <span>{spokenName(name)}</span>}
                <PersonalNumber
                  pnr={pnr}
                  whose={name === undefined ? roleName(role, t) : spokenName(name)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
