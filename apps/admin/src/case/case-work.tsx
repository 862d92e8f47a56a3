import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import type { ListedError } from '../forms/error-list.tsx'
import { EventForm } from '../forms/event-form.tsx'
import { isModalOpen } from '../shell/shortcuts.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Key } from '../ui/key.tsx'
import { Panel } from '../ui/panel.tsx'
import { Conflict } from './conflict.tsx'
import { DataTable } from './data-tab.tsx'
import { SaveState } from './save-state.tsx'
import { type CaseCommand, type CaseView, isAllowed } from './use-case-command.ts'
import { useFieldSaving } from './use-field-saving.ts'
import { useSending } from './use-sending.ts'
import { Warnings } from './warnings.tsx'

interface CaseWorkProps {
  readonly view: CaseView
  readonly command: CaseCommand
}

/** Where a case is worked on; once it is under way, what it says is only read. */
export const CaseWork = ({ view, command }: CaseWorkProps) => {
  const { t } = useTexts()
  const { saving, save, forget } = useFieldSaving(view.caseId, command.mutateAsync)
  const sending = useSending(view, command.mutateAsync, save)
  const isOpen = isAllowed(view, 'fill') || isAllowed(view, 'confirm')
  useSendByKey()
  return (
    <div>
      <Warnings
        view={view}
        answers={sending.answers}
        isTried={sending.isTried}
        onAnswer={sending.onAnswer}
      />
      <h2 className="section-title">{t('form.title')}</h2>
      {isOpen ? (
        <Filling view={view} saving={saving} save={save} forget={forget} sending={sending} />
      ) : (
        <DataTable view={view} />
      )}
      <div role="alert">
        {command.isError && saving.type !== 'failed' && (
          <p className="field-error">{explain(command.error, t)}</p>
        )}
      </div>
    </div>
  )
}

interface FillingProps extends ReturnType<typeof useFieldSaving> {
  readonly view: CaseView
  readonly sending: ReturnType<typeof useSending>
}

const Filling = ({ view, sending, saving, save, forget }: FillingProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const found = view.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ fields, message }): ListedError => ({
      name: fields[0] ?? null,
      message: text(message),
    }))
  return (
    <>
      {saving.type === 'conflict' && event.data !== undefined && (
        <Conflict
          conflict={saving.conflict}
          fields={event.data.fields}
          onKeep={() => void save(saving.conflict.mine, saving.conflict.theirs)}
          onTake={forget}
        />
      )}
      <Panel query={event} rows={5}>
        {({ fields }) => (
          <EventForm
            key={String(saving.type === 'conflict')}
            fields={fields}
            data={view.data}
            purpose={view.purpose}
            maintains={view.kind === 'maintenance' ? view.event : undefined}
            disabled={!isAllowed(view, 'fill')}
            found={found}
            isAnswer={sending.isSent}
            onSave={(changes) => void save(changes, view.data)}
            onSubmit={(changes) => void sending.onSubmit(changes)}
          >
            <div className="buttons">
              <Button type="submit" size="small" loading={sending.isSending}>
                {t('case.send')} <Key>Ctrl ⏎</Key>
              </Button>
              <SaveState saving={saving} />
            </div>
          </EventForm>
        )}
      </Panel>
    </>
  )
}

/** From anywhere on the page, as the button promises; not from behind a dialog. */
const useSendByKey = () =>
  useEffect(() => {
    window.addEventListener('keydown', sendByKey)
    return () => window.removeEventListener('keydown', sendByKey)
  }, [])

const sendByKey = (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isModalOpen()) return
  event.preventDefault()
  const form = document.querySelector('#event-form')
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
