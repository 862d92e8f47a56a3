import { useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { AuditTable } from '../audit/audit-table.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import type { CaseView } from './use-case-command.ts'

export const AuditTab = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.audit.list.queryOptions({ caseId: view.caseId, limit: 200 }))
  return (
    <Panel query={query} isEmpty={(rows) => rows.length === 0} empty={t('audit.none')}>
      {(rows) => <AuditTable rows={rows} />}
    </Panel>
  )
}
