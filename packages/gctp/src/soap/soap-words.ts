/** What SOAP 1.1 itself states. */

export const envelopeSpace = 'http://schemas.xmlsoap.org/soap/envelope/'
export const soapContentType = 'text/xml; charset=utf-8'

/** Whose fault it is. Of the first two SOAP states that nothing was carried out. */
export const faultKinds = ['VersionMismatch', 'MustUnderstand', 'Client', 'Server'] as const

export type FaultKind = (typeof faultKinds)[number]

export interface SoapFault {
  readonly kind: FaultKind
  readonly text: string
  /** The platform's own code, where its detail states one. */
  readonly code: string | null
}
