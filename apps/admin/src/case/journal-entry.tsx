import type { Outputs } from '../api.ts'
import { useUserNames } from '../shell/user-names.ts'
import { da } from '../texts/da.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { StatusTag } from '../ui/status-tag.tsx'
import { showExactMoment } from '../ui/times.ts'

type Entry = Outputs['cases']['journal'][number]

const isKnown = (type: string): type is keyof typeof da.journal.messages =>
  type in da.journal.messages

const isKnownReason = (word: string): word is keyof typeof da.journal.reasons =>
  word in da.journal.reasons

/** A person's own words are quoted; what a machine answered is said in ours, or not at all. */
const whyOf = ({ effect, reason }: Entry['message'], t: Texts['t']): string | undefined => {
  if (typeof reason !== 'string') return undefined
  if (effect === undefined) return `»${reason}«`
  return isKnownReason(reason) ? t(`journal.reasons.${reason}`) : undefined
}

interface JournalEntryProps {
  readonly entry: Entry
  readonly isChosen: boolean
}

export const JournalEntry = ({ entry, isChosen }: JournalEntryProps) => {
  const { t } = useTexts()
  const { type } = entry.message
  const why = whyOf(entry.message, t)
  const actor = useUserNames()(entry.actor)
  return (
    <li className={isChosen ? 'entry entry-chosen' : 'entry'}>
      <div className="entry-line">
        <span className="entry-what">
          {t(isKnown(type) ? `journal.messages.${type}` : 'journal.other')}{' '}
          <span className="subtle">{t('journal.by', { actor })}</span>
        </span>
        <StatusTag status={entry.status} />
      </div>
      <div className="entry-note">
        <time dateTime={entry.at}>{showExactMoment(entry.at)}</time>
        {why !== undefined && ` · ${why}`}
      </div>
    </li>
  )
}
