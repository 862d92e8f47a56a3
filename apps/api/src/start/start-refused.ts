/** Why the product will not start: one sentence for the person who typed the command, and the exit code. */
export class StartRefused extends Error {
  override name = 'StartRefused'
  readonly exitCode: number

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/** EX_CONFIG of sysexits: the environment must change before a start can succeed. */
export const CONFIGURATION_EXIT = 78
