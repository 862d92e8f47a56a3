import { Button, TextField } from '@navikt/ds-react'
import { type FormEvent, useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { bareNumber, isWholePnr, maskPnr } from '../ui/mask.ts'
import type { Question } from './remembered.ts'

interface HistoryFormProps {
  readonly asked: Question | undefined
  readonly onAsk: (question: Question) => void
}

const shortestPurpose = 10

/** The purpose comes first: without one nothing is looked up. */
export const HistoryForm = ({ asked, onAsk }: HistoryFormProps) => {
  const { t } = useTexts()
  const [purpose, setPurpose] = useState(asked?.purpose ?? '')
  const [person, setPerson] = useState(asked?.person ?? '')
  const [isTyping, setTyping] = useState(false)
  const [isTried, setTried] = useState(false)
  const isPurposeShort = purpose.trim().length < shortestPurpose
  const isPersonWrong = !isWholePnr(person)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPurposeShort || isPersonWrong) return
    onAsk({ person: bareNumber(person), purpose: purpose.trim() })
  }
  return (
    <form className="history-form" noValidate onSubmit={onSubmit}>
      <TextField
        size="small"
        className="history-purpose"
        label={t('lookUp.purpose')}
        description={t('lookUp.purposeHint')}
        value={purpose}
        error={isTried && isPurposeShort ? t('lookUp.purposeShort') : undefined}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <TextField
        size="small"
        label={t('history.person')}
        description={t('form.pnrFormat')}
        inputMode="numeric"
        htmlSize={14}
        autoComplete="off"
        spellCheck={false}
        className="figures"
        value={isTyping ? person : maskPnr(person)}
        error={isTried && isPersonWrong ? t('history.personMissing') : undefined}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={({ target }) => setPerson(target.value)}
      />
      <Button type="submit" size="small">
        {t('history.run')}
      </Button>
    </form>
  )
}
