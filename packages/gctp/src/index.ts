export { unwritableCharacters, UnwritableText } from './characters.ts'
export type {
  Action,
  DialogueState,
  Fields,
  FieldValue,
  FieldValues,
  Read,
  ReadRequest,
  Receipt,
  ReceiptMessage,
  Reply,
  Request,
  Role,
  Row,
  SignOff,
  SignOn,
  Table,
  UnreadableReason,
  UpdateRequest,
} from './message.ts'
export { createBareClient } from './client/bare-client.ts'
export type { BareClient, Speaker } from './client/bare-client.ts'
export { createClient } from './client/client.ts'
export type { Dated, ToldReply } from './client/caller.ts'
export type { ClientOptions } from './client/client.ts'
export type { Post, Posted, Poster, RegisterTls } from './client/post.ts'
export { createSoapPoster } from './client/soap-poster.ts'
export type { SoapPosterOptions } from './client/soap-poster.ts'
export { readSoapRequest } from './soap/read-envelope.ts'
export type { SoapRequest } from './soap/read-envelope.ts'
export { developmentAgreement, platformProfile } from './soap/soap-profile.ts'
export type { SoapAgreement, SoapProfile } from './soap/soap-profile.ts'
export { soapContentType } from './soap/soap-words.ts'
export type { SoapFault } from './soap/soap-words.ts'
export { writeSoapFault, writeSoapReply } from './soap/write-envelope.ts'
export { mostWrong as mostWrongSignOns } from './client/sign-on-book.ts'
export type { SignOnBook, SignOnRefusal, SignOnTurn, SignOnVerdict } from './client/sign-on-book.ts'
export { createPasswordDesk } from './client/password-desk.ts'
export type { PasswordDesk } from './client/password-desk.ts'
export type {
  AbortAnswer,
  CallOptions,
  Client,
  Dialogue,
  Exchange,
  Failed,
  FailureReason,
  InitiateAnswer,
  LookUpAnswer,
  PreparedSave,
  SaveAnswer,
  Update,
  ValidateAnswer,
} from './client/contract.ts'
export { driftTypes } from './drift/drift.ts'
export type { Drift, DriftType } from './drift/drift.ts'
export { findDrift } from './drift/find-drift.ts'
export { developmentProfile } from './profile.ts'
export type {
  ModelledCodes,
  OpeningHours,
  PasswordRules,
  Profile,
  ProtocolVersion,
  Word,
} from './profile.ts'
export { contentType, mainRole, publicCodes } from './public-words.ts'
export { formats, fromWire, toWire } from './formats.ts'
export type { Format, FormatName, FormatValue } from './formats.ts'
export { findReceipt, listReceipts } from './receipts.ts'
export type { KnownReceipt, ReceiptClass, RetryRule, Text } from './known-receipt.ts'
export { findSaying } from './sayings.ts'
export type { Saying } from './sayings.ts'
export { findField, findService, serviceDescriptions } from './services/catalogue.ts'
export type { FindService } from './services/catalogue.ts'
export type {
  ServiceDescription,
  ServiceField,
  ServiceKey,
  ServiceKind,
  ServiceOutput,
  ServiceShape,
} from './services/describe.ts'
export { readReply } from './read-reply.ts'
export type { Expectation, ReadReplyOptions } from './read-reply.ts'
export { readRequest, readVersioned, type Versioned } from './read-request.ts'
export { writeReply } from './write-reply.ts'
export type { WriteReplyOptions } from './write-reply.ts'
export { writeRequest } from './write-request.ts'
export { maximumBytes } from './xml-decode.ts'
