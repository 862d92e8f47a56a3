import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'

import { useTRPC } from '../api.ts'
import { explain } from '../api-error.ts'
import { EventForm } from '../forms/event-form.tsx'
import type { ListedError } from '../forms/error-list.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Key } from '../ui/key.tsx'
import { Panel } from '../ui/panel.tsx'
import { Conflict } from './conflict.tsx'
import { SaveState } from './save-state.tsx'
import { type CaseCommand, type CaseView, isAllowed } from './use-case-command.ts'
import { useFieldSaving } from './use-field-saving.ts'
import { useSending } from './use-sending.ts'
import { Warnings } from './warnings.tsx'

interface CaseWorkProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

/** Where a case is worked on: warnings, the event's form, and sending it. */
export const CaseWork = ({ view, command }: CaseWorkProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const { saving, save, forget } = useFieldSaving(view.caseId, command.mutateAsync)
  const sending = useSending(view, command.mutateAsync, save)
  const canFill = isAllowed(view, 'fill')
  const found = view.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ fields, message }): ListedError => ({ name: fields[0] ?? null, message: text(message) }))
  return (
    <div onKeyDown={sendByKey}>
      <Warnings
        view={view}
        answers={sending.answers}
        isTried={sending.isTried}
        onAnswer={sending.onAnswer}
      />
      {saving.type === 'conflict' && event.data !== undefined && (
        <Conflict
          conflict={saving.conflict}
          fields={event.data.fields}
          onKeep={() => void save(saving.conflict.mine, saving.conflict.theirs)}
          onTake={forget}
        />
      )}
      <h2 className="section-title">{t('form.title')}</h2>
      <Panel query={event} rows={5}>
        {({ fields }) => (
          <EventForm
            key={`${view.caseId}-${saving.type === 'conflict'}`}
            fields={fields}
            data={view.data}
            disabled={!canFill}
            found={found}
            onSave={(changes) => void save(changes, view.data)}
            onSubmit={(changes) => void sending.onSubmit(changes)}
          >
            {canFill || isAllowed(view, 'confirm') ? (
              <div className="buttons">
                <Button type="submit" size="small" loading={sending.isSending}>
                  {t('case.send')} <Key>Ctrl ⏎</Key>
                </Button>
                <SaveState saving={saving} />
              </div>
            ) : (
              <p className="subtle">{t('form.readOnly')}</p>
            )}
          </EventForm>
        )}
      </Panel>
      <div role="alert">
        {command.isError && saving.type !== 'failed' && (
          <p className="field-error">{explain(command.error, t)}</p>
        )}
      </div>
    </div>
  )
}

const sendByKey = (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  const form = document.querySelector('#event-form')
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
