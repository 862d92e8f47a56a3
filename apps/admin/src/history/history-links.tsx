import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { HistoryLink } from './history-link.tsx'

/** All that was ever said of each of a case's people: what is to be corrected may be another row than the case's own. */
export const HistoryLinks = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const people = [...new Set(view.persons.map(({ pnr }) => pnr))]
  return (
    <div className="buttons history-links">
      {people.map((pnr) => (
        <HistoryLink key={pnr} person={pnr} purpose={view.purpose} whose={namedNumber(view, pnr)}>
          {t('history.openNamed', { person: namedNumber(view, pnr) })}
        </HistoryLink>
      ))}
    </div>
  )
}
