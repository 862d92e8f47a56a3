/** Neither its journal nor a migration leads the case to where it stands under today's chart: it is never moved by guessing. */
export class CaseNeedsMigration extends Error {
  override name = 'CaseNeedsMigration'
  readonly caseId: string

  constructor(caseId: string, reason: string) {
    super(`case ${caseId} needs a migration: ${reason}`)
    this.caseId = caseId
  }
}
