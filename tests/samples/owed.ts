/**
 * @TODO What the product still owes: the failure, word for word, of a journey that is told as it must be. Whatever holds
 * must not stand here.
 */
const owed: Readonly<Record<string, string>> = {}

/** What is expected of a journey of a sample: nothing that fails, or what is owed. */
export function owedBy(title: string, journey: string): readonly string[] {
  const failure = owed[`${title} ${journey}`]
  return failure === undefined ? [] : [`${journey}: ${failure}`]
}
