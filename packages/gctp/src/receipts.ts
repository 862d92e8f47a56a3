import type { KnownReceipt, ReceiptClass, RetryRule } from './known-receipt.ts'
import { modelledReceipts } from './modelled-receipts.ts'
import { developmentProfile, type ModelledCodes, type Profile } from './profile.ts'
import { publicReceipts } from './public-receipts.ts'
import { publicCodes } from './public-words.ts'

const retryOfClass: Readonly<Record<ReceiptClass, RetryRule>> = {
  done: 'nothing',
  refused: 'corrected',
  warning: 'confirmed',
  lapsed: 'anew',
  signOn: 'accessMended',
  fault: 'later',
}

const retryOfCode: ReadonlyMap<number, RetryRule> = new Map([
  [publicCodes.signedOn, 'nothing'],
  [publicCodes.notSignedOn, 'signedOn'],
])

function withRetry(receipt: Omit<KnownReceipt, 'retry'>): KnownReceipt {
  return { ...receipt, retry: retryOfCode.get(receipt.code) ?? retryOfClass[receipt.class] }
}

const isModelled = (name: string): name is keyof ModelledCodes => name in modelledReceipts

const known = new WeakMap<Profile['codes'], ReadonlyMap<number, KnownReceipt>>()

/** Answers are read all the time: what a profile says is put in order once. */
function getKnown({ codes }: Profile): ReadonlyMap<number, KnownReceipt> {
  const kept = known.get(codes)
  if (kept !== undefined) return kept
  const modelled = Object.keys(modelledReceipts)
    .filter(isModelled)
    .map((name) => ({ code: codes[name], ...modelledReceipts[name] }))
  const all = [...publicReceipts, ...modelled].map(withRetry)
  const byCode = new Map(all.map((receipt) => [receipt.code, receipt]))
  known.set(codes, byCode)
  return byCode
}

/** What is known of a code; `undefined` for one that nobody documented. */
export function findReceipt(
  code: number,
  profile: Profile = developmentProfile,
): KnownReceipt | undefined {
  return getKnown(profile).get(code)
}

/** Every code that is known, in the order of their numbers. */
export function listReceipts(profile: Profile = developmentProfile): readonly KnownReceipt[] {
  return [...getKnown(profile).values()].toSorted((one, other) => one.code - other.code)
}
