import { Radio, RadioGroup, Select, TextField } from '@navikt/ds-react'
import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { startAt } from './start-at.ts'

type Preview = Outputs['operations']['previewResume']

const rates = { slow: 0.1, normal: 1, fast: 5 } as const
type Rate = keyof typeof rates
const isRate = (word: string): word is Rate => word in rates

interface Pace {
  readonly onePerSecond: number
  readonly at?: string
}

interface ResumeDialogProps {
  readonly open: boolean
  readonly count: number
  readonly preview: Preview
  readonly busy: boolean
  readonly onConfirm: (pace: Pace) => void
  readonly onClose: () => void
}

/** What would be done to how many, how fast and when, before it is ordered. */
export const ResumeDialog = ({ count, preview, onConfirm, ...dialog }: ResumeDialogProps) => {
  const { t, text } = useTexts()
  const [rate, setRate] = useState<Rate>('normal')
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [time, setTime] = useState('')
  const [isTried, setTried] = useState(false)
  const moment = startAt(time, new Date())
  const isWrong = when === 'later' && moment === undefined
  const confirm = () => {
    setTried(true)
    if (isWrong) return
    const onePerSecond = rates[rate]
    onConfirm(
      when === 'later' && moment !== undefined
        ? { onePerSecond, at: moment.toISOString() }
        : { onePerSecond },
    )
  }
  return (
    <ConfirmDialog
      {...dialog}
      title={t('stuck.confirmTitle', { count })}
      text={t('stuck.confirmText')}
      confirm={t('stuck.confirm')}
      onConfirm={confirm}
    >
      <ol className="would">
        {preview.would.map((step) => (
          <li key={step.da}>{text(step)}</li>
        ))}
      </ol>
      {count > 1 && <p className="plain">{t('stuck.oneFirst')}</p>}
      {preview.cannot.map((one) => (
        <p key={one.reason} className="plain">
          {t('stuck.cannot', { text: text(one.text), count: one.count })}
        </p>
      ))}
      {count > 1 && (
        <Select
          size="small"
          className="dialog-field"
          label={t('stuck.rate')}
          value={rate}
          onChange={({ target }) => isRate(target.value) && setRate(target.value)}
        >
          <option value="slow">{t('stuck.rates.slow')}</option>
          <option value="normal">{t('stuck.rates.normal')}</option>
          <option value="fast">{t('stuck.rates.fast')}</option>
        </Select>
      )}
      <RadioGroup
        size="small"
        className="dialog-field"
        legend={t('stuck.when')}
        value={when}
        onChange={(word) => setWhen(word === 'later' ? 'later' : 'now')}
      >
        <Radio value="now">{t('stuck.now')}</Radio>
        <Radio value="later">{t('stuck.later')}</Radio>
      </RadioGroup>
      {when === 'later' && (
        <TextField
          size="small"
          className="dialog-field"
          inputMode="numeric"
          label={t('stuck.time')}
          description={t('stuck.timeHint')}
          value={time}
          error={isTried && isWrong ? t('stuck.timeInvalid') : undefined}
          onChange={({ target }) => setTime(target.value)}
        />
      )}
    </ConfirmDialog>
  )
}
