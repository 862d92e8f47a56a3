import type { EventDefinition, Finding, Text } from '@sagsgang/events'
import { findReceipt, findSaying } from '@sagsgang/gctp'
import type { Receipt, ReceiptMessage } from '@sagsgang/gctp'

/** What the register objects to, as findings at the fields that its wire words stand for. */
export function receiptFindings(definition: EventDefinition, receipt: Receipt): readonly Finding[] {
  return messagesOf(receipt).map((message) => {
    const code = message.code ?? receipt.code
    return {
      rule: `receipt.${code}`,
      severity: message.severity,
      fields: fieldsOf(definition, message.field),
      message: textOf(code, message.text),
    }
  })
}

function messagesOf(receipt: Receipt): readonly ReceiptMessage[] {
  if (receipt.messages.length > 0) return receipt.messages
  const severity = receipt.outcome === 'warning' ? 'warning' : 'error'
  return [{ severity, code: receipt.code, text: receipt.text, field: null }]
}

/** A wire word may stand for several fields, and a form's field may go under several words. */
function fieldsOf({ kind, fields }: EventDefinition, wire: string | null): readonly string[] {
  if (wire === null) return []
  const own = fields.filter((field) => field.wire.includes(wire)).map(({ name }) => name)
  // What a correction leaves as it is has no field: the row that holds it is the one to look at.
  const isOfRow = kind.type === 'maintenance' && fields.some(({ name }) => name === rowKey)
  return own.length === 0 && isOfRow ? [rowKey] : own
}

const rowKey = 'timestamp'

/** The register's own words and what to do about them, where they are known; else those of the code. */
function textOf(code: number, said: string): Text {
  const known = findReceipt(code)
  const da = said || known?.text.da || `Registret svarede med kode ${code}`
  const saying = findSaying(said)
  const en = saying?.english ?? known?.text.en ?? `The register answered with code ${code}: ${da}`
  const advice = saying?.advice
  return advice === undefined
    ? { da, en }
    : { da: `${da}: ${advice.da}`, en: `${en}: ${advice.en}` }
}

/** The codes that stand for one receipt once a person has confirmed it. */
export function isConfirmed(findings: readonly Finding[], confirmed: readonly string[]): boolean {
  return findings.every(({ rule, severity }) => severity === 'warning' && confirmed.includes(rule))
}
