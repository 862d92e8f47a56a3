import { developmentProfile } from '@sagsgang/gctp'
import type { ModelledCodes, Profile, Receipt } from '@sagsgang/gctp'

const isCode = (name: string): name is keyof ModelledCodes => name in developmentProfile.codes

/** The register judges by the codes of one profile, and says them in the numbers of any. */
export function speakingIn({ codes }: Profile): (receipt: Receipt) => Receipt {
  if (codes === developmentProfile.codes) return (receipt) => receipt
  const said = new Map(
    Object.keys(developmentProfile.codes)
      .filter(isCode)
      .map((name) => [developmentProfile.codes[name], codes[name]]),
  )
  const numberOf = (code: number): number => said.get(code) ?? code
  return (receipt) => ({
    ...receipt,
    code: numberOf(receipt.code),
    messages: receipt.messages.map((message) => ({
      ...message,
      code: message.code === null ? null : numberOf(message.code),
    })),
  })
}
