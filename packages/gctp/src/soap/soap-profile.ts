/** What the envelope calls its parts. Names are public as far as they are marked so; all of it can be replaced as a whole. */
export interface SoapProfile {
  /** The operation's namespace. */
  readonly space: string
  /** The header `SOAPAction`. */
  readonly action: string
  readonly request: string
  /** Child of the request that holds the message, as a text. */
  readonly message: string
  readonly response: string
  /** Child of the response that holds the answer, as a text. */
  readonly result: string
  readonly context: ContextNames
  readonly fault: FaultNames
}

interface ContextNames {
  readonly space: string
  readonly element: string
  readonly agreement: string
  readonly userSystem: string
  readonly user: string
  readonly service: string
}

/** Where the detail of a fault has its code. */
interface FaultNames {
  readonly space: string
  readonly element: string
  readonly list: string
  readonly entry: string
  readonly code: string
  readonly text: string
  /** Codes with which a caller is turned away at the door: the register never saw the call. */
  readonly access: readonly [string, ...string[]]
}

/** Who calls, as it stands in the agreement; what of it names the service differs by service. */
export interface SoapAgreement {
  readonly agreement: string
  readonly userSystem: string
  readonly user: string
  /** Of every service that has none of its own below. */
  readonly service: string
  readonly services: Readonly<Record<string, string>>
}

/** As the municipalities' shared platform does it. Modelled: the action, the name of the request, and codes of faults. */
export const platformProfile: SoapProfile = {
  space: 'http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/',
  action: 'http://serviceplatformen.dk/xml/wsdl/soap11/CprService/2/#callGCTPCheckService',
  request: 'callGCTPCheckService',
  message: 'gctpMessage',
  response: 'callGCTPCheckServiceResponse',
  result: 'result',
  context: {
    space: 'http://serviceplatformen.dk/xml/schemas/InvocationContext/1/',
    element: 'InvocationContext',
    agreement: 'ServiceAgreementUUID',
    userSystem: 'UserSystemUUID',
    user: 'UserUUID',
    service: 'ServiceUUID',
  },
  fault: {
    space: 'http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/',
    element: 'ServiceplatformFault',
    list: 'ErrorList',
    entry: 'Error',
    code: 'ErrorCode',
    text: 'ErrorText',
    access: ['ACCESS'],
  },
}

/** The agreement of the development register, which opens nothing anywhere else. */
export const developmentAgreement: SoapAgreement = {
  agreement: '5a6f5b1e-0851-4a00-8000-000000000001',
  userSystem: '5a6f5b1e-0851-4a00-8000-000000000002',
  user: '5a6f5b1e-0851-4a00-8000-000000000003',
  service: '5a6f5b1e-0851-4a00-8000-000000000004',
  services: { STAMP: '5a6f5b1e-0851-4a00-8000-000000000005' },
}
