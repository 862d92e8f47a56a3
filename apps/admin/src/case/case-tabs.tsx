import { Tabs } from '@navikt/ds-react'
import { getRouteApi } from '@tanstack/react-router'

import { caseSearch, caseTabs } from '../addresses.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AuditTab } from './audit-tab.tsx'
import { DataTab } from './data-tab.tsx'
import { JournalTab } from './journal-tab.tsx'
import { MessagesTab } from './messages-tab.tsx'
import { StateTab } from './state-tab.tsx'
import type { CaseView } from './use-case-command.ts'

const route = getRouteApi(paths.case)

const panels = {
  journal: JournalTab,
  state: StateTab,
  messages: MessagesTab,
  data: DataTab,
  audit: AuditTab,
} as const

/** Only the chosen tab asks for anything. */
export const CaseTabs = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const { tab = 'journal' } = route.useSearch()
  const navigate = route.useNavigate()
  const Chosen = panels[tab]
  return (
    <Tabs
      size="small"
      className="case-tabs"
      value={tab}
      onChange={(word) =>
        void navigate({
          search: { tab: caseSearch.shape.tab.parse(word) },
          replace: true,
          resetScroll: false,
        })
      }
    >
      <Tabs.List aria-label={t('case.tabs')}>
        {caseTabs.map((name) => (
          <Tabs.Tab key={name} value={name} label={t(`case.${name}`)} />
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>
        <Chosen view={view} />
      </Tabs.Panel>
    </Tabs>
  )
}
