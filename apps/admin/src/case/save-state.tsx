import { explain } from '../api-error.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showClock } from '../ui/times.ts'
import type { Saving } from './use-field-saving.ts'

export const SaveState = ({ saving }: { readonly saving: Saving }) => {
  const { t } = useTexts()
  return (
    <span role="status" className={saving.type === 'failed' ? 'field-error' : 'save-state'}>
      {saving.type === 'saving' && t('case.saving')}
      {saving.type === 'saved' && t('case.saved', { time: showClock(saving.at) })}
      {saving.type === 'failed' && t('case.notSaved', { reason: explain(saving.error, t) })}
    </span>
  )
}
