import type { Outputs } from '../api.ts'
import { useUserNames } from '../shell/user-names.ts'
import { da } from '../texts/da.ts'
import { useTexts } from '../texts/use-texts.ts'
import { StatusTag } from '../ui/status-tag.tsx'
import { showExactMoment } from '../ui/times.ts'

type Entry = Outputs['cases']['journal'][number]

const isKnown = (type: string): type is keyof typeof da.journal.messages =>
  type in da.journal.messages

interface JournalEntryProps {
  readonly entry: Entry
  readonly isChosen: boolean
}

export const JournalEntry = ({ entry, isChosen }: JournalEntryProps) => {
  const { t } = useTexts()
  const { type } = entry.message
  const reason = entry.message['reason']
  const actor = useUserNames()(entry.actor)
  return (
    <li className={isChosen ? 'entry entry-chosen' : 'entry'}>
      <div className="entry-line">
        <span className="entry-what">
          {isKnown(type) ? t(`journal.messages.${type}`) : type}{' '}
          <span className="subtle">{t('journal.by', { actor })}</span>
        </span>
        <StatusTag status={entry.status} />
      </div>
      <div className="entry-note">
        <time dateTime={entry.at}>{showExactMoment(entry.at)}</time>
        {typeof reason === 'string' && ` · »${reason}«`}
      </div>
    </li>
  )
}
