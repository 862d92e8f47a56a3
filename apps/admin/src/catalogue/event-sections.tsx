import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlainTable } from '../ui/plain-table.tsx'

type EventView = Outputs['catalogue']['event']

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export const Section = ({ id, title, children }: SectionProps) => (
  <section aria-labelledby={id}>
    <h2 id={id} className="section-title">
      {title}
    </h2>
    {children}
  </section>
)

export const Fields = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  return (
    <Section id="fields" title={t('events.fields')}>
      <PlainTable
        label={t('events.fields')}
        columns={[t('events.field'), t('dataTab.value'), t('events.type'), t('events.required')]}
        rows={event.fields.map(({ name, label, type, required, requiredWhen }) => [
          name,
          text(label),
          type,
          requiredWhen === undefined
            ? t(required ? 'events.yes' : 'events.no')
            : text(requiredWhen),
        ])}
      />
    </Section>
  )
}

export const Rules = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  return (
    <Section id="rules" title={t('events.rules')}>
      <PlainTable
        label={t('events.rules')}
        columns={[t('events.rule'), t('dataTab.value'), t('events.severity')]}
        rows={event.rules.map(({ id, message, severity, declaration }) => [
          id,
          text(message),
          declaration ? t('findings.declaration') : t(`events.${severity}`),
        ])}
      />
    </Section>
  )
}

export const FollowOnList = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  if (event.followOns.length === 0) {
    return (
      <Section id="follow-ons" title={t('events.followOns')}>
        <p className="plain">{t('events.noFollowOns')}</p>
      </Section>
    )
  }
  return (
    <Section id="follow-ons" title={t('events.followOns')}>
      <PlainTable
        label={t('events.followOns')}
        columns={[t('events.rule'), t('events.name'), t('events.mode')]}
        rows={event.followOns.map(({ key, name, mode, when }) => [
          key,
          text(name),
          when === undefined ? t(`modes.${mode}`) : `${t(`modes.${mode}`)}: ${text(when)}`,
        ])}
      />
    </Section>
  )
}

export const Changes = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  // What maintenance writes follows from the rows that stand.
  if (event.effects.length === 0) return null
  return (
    <Section id="effects" title={t('events.effects')}>
      <ul>
        {event.effects.map((effect) => (
          <li key={`${effect.party} ${effect.entity} ${effect.operation} ${effect.text.da}`}>
            {text(effect.text)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const Deadlines = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  if (event.deadlines.length === 0) return null
  return (
    <Section id="deadlines" title={t('events.deadlines')}>
      <ul>
        {event.deadlines.map((deadline) => (
          <li key={deadline.id}>
            {text(deadline.text)} – {text(deadline.onExpiry)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const MaintenanceList = ({ event }: { readonly event: EventView }) => {
  const { t, text } = useTexts()
  return (
    <Section id="maintenance" title={t('events.maintenance')}>
      <ul>
        {event.maintenance.map((one) => (
          <li key={one.event}>
            <Link to={paths.event} params={{ event: one.event }} className="aksel-link">
              {text(one.name)}
            </Link>{' '}
            <span className="mono subtle">{one.event}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
