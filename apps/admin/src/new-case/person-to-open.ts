/** Whom a case is to be opened on, and what for. */
interface Left {
  readonly person: string
  readonly purpose?: string
}

const nobody: Left = { person: '' }

/** Hands a looked-up number to the new case's form through memory, and once only. */
let waiting: Left = nobody

export const leavePerson = (left: Left): void => {
  waiting = left
}

export const takePerson = (): Required<Left> => {
  const left = waiting
  waiting = nobody
  return { purpose: '', ...left }
}
