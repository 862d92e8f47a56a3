/** Hands a looked-up number to the new case's form through memory, and once only. */
let waiting: string | undefined

export const leavePerson = (pnr: string): void => {
  waiting = pnr
}

export const takePerson = (): string => {
  const pnr = waiting ?? ''
  waiting = undefined
  return pnr
}
