import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { PlainTable } from '../ui/plain-table.tsx'

type Receipt = Outputs['catalogue']['receipts'][number]

/** Whatever the reader typed is looked for in the code and in its words. */
const matches = ({ code, text }: Receipt, wanted: string): boolean =>
  [`${code}`, text.da, text.en].some((words) => words.toLowerCase().includes(wanted.toLowerCase()))

/** What the codes of the register mean, and what to do about them. */
export const ReceiptTable = ({ wanted }: { readonly wanted: string }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.catalogue.receipts.queryOptions(undefined, { staleTime: Infinity }))
  const found = query.data?.filter((receipt) => matches(receipt, wanted)) ?? []
  return (
    <Panel query={query} rows={9} isEmpty={() => found.length === 0} empty={t('receipts.none')}>
      {() => (
        <PlainTable
          label={t('receipts.title')}
          columns={[
            t('receipts.code'),
            t('receipts.meaning'),
            t('receipts.advice'),
            t('receipts.repeated'),
          ]}
          rows={found.map(({ code, text: meaning, advice, repeated }) => [
            `${code}`,
            text(meaning),
            text(advice),
            text(repeated),
          ])}
        />
      )}
    </Panel>
  )
}
