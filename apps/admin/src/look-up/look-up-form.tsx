import { Button, Select, TextField } from '@navikt/ds-react'
import { type FormEvent, useState } from 'react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

type Service = Outputs['catalogue']['services'][number]

export interface Question {
  readonly service: string
  readonly kind: 'lookUp' | 'search'
  readonly keys: Record<string, string>
  readonly purpose: string
}

interface LookUpFormProps {
  readonly services: readonly Service[]
  readonly busy: boolean
  readonly onAsk: (question: Question) => void
}

const shortestPurpose = 10

/** The purpose comes first: without one nothing is looked up. */
export const LookUpForm = ({ services, busy, onAsk }: LookUpFormProps) => {
  const { t, text } = useTexts()
  const [purpose, setPurpose] = useState('')
  const [chosen, setChosen] = useState(services[0]?.service ?? '')
  const [keys, setKeys] = useState<Record<string, string>>({})
  const [isTried, setTried] = useState(false)
  const service = services.find((one) => one.service === chosen)
  const isPurposeShort = purpose.trim().length < shortestPurpose
  const missing =
    service?.keys.filter(({ code, required }) => required && !keys[code]?.trim()) ?? []
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (service === undefined || isPurposeShort || missing.length > 0) return
    const given = Object.entries(keys).filter(([, value]) => value.trim() !== '')
    onAsk({
      service: service.service,
      kind: service.kind === 'search' ? 'search' : 'lookUp',
      keys: Object.fromEntries(given.map(([code, value]) => [code, value.trim()])),
      purpose: purpose.trim(),
    })
  }
  return (
    <form className="narrow" noValidate onSubmit={onSubmit}>
      <TextField
        size="small"
        label={t('lookUp.purpose')}
        description={t('lookUp.purposeHint')}
        value={purpose}
        error={isTried && isPurposeShort ? t('lookUp.purposeShort') : undefined}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <Select
        size="small"
        label={t('lookUp.service')}
        value={chosen}
        onChange={({ target }) => {
          setChosen(target.value)
          setKeys({})
        }}
      >
        {services.map((one) => (
          <option key={one.service} value={one.service}>
            {text(one.name)} ({one.service})
          </option>
        ))}
      </Select>
      {service?.keys.map(({ code, name, required }) => (
        <TextField
          key={code}
          size="small"
          htmlSize={20}
          className="fitting"
          autoComplete="off"
          label={`${text(name)} (${code})${required ? '' : ` – ${t('form.optional')}`}`}
          value={keys[code] ?? ''}
          error={
            isTried && required && !keys[code]?.trim()
              ? t('lookUp.required', { name: text(name) })
              : undefined
          }
          onChange={({ target }) => setKeys({ ...keys, [code]: target.value })}
        />
      ))}
      <Button type="submit" size="small" className="start" loading={busy}>
        {t('lookUp.run')}
      </Button>
    </form>
  )
}
