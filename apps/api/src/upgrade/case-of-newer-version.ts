/** A newer version of the machines has written the case: what it says is no longer known here. */
export class CaseOfNewerVersion extends Error {
  override name = 'CaseOfNewerVersion'
  readonly caseId: string

  constructor(caseId: string) {
    super(`case ${caseId} was written by a newer version`)
    this.caseId = caseId
  }
}
