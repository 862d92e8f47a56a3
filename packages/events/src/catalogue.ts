import type { CaseData } from './case-data.ts'
import { textOf } from './case-data.ts'
import { isAfter } from './dates.ts'
import type { EventDefinition, Facts } from './define-event.ts'
import { addressingName } from './definitions/addressing-name.ts'
import { adoption } from './definitions/adoption.ts'
import { alienNumber } from './definitions/alien-number.ts'
import { birth } from './definitions/birth.ts'
import { churchMembership } from './definitions/church-membership.ts'
import { churchWithdrawal } from './definitions/church-withdrawal.ts'
import { citizenshipLoss } from './definitions/citizenship-loss.ts'
import { citizenship } from './definitions/citizenship.ts'
import { coMaternity } from './definitions/co-maternity.ts'
import { contactAddress, contactAddressCessation } from './definitions/contact-address.ts'
import { death } from './definitions/death.ts'
import { departure } from './definitions/departure.ts'
import { disappearance } from './definitions/disappearance.ts'
import { divorce } from './definitions/divorce.ts'
import { entryWithPnr } from './definitions/entry-with-pnr.ts'
import { entryWithoutPnr } from './definitions/entry-without-pnr.ts'
import { euElectionAddressCessation } from './definitions/eu-election-address-cessation.ts'
import { euElectionAddress } from './definitions/eu-election-address.ts'
import { guardianDischarge } from './definitions/guardian-discharge.ts'
import { guardian } from './definitions/guardian.ts'
import { marriageAnnulment } from './definitions/marriage-annulment.ts'
import { marriageEntry } from './definitions/marriage-entry.ts'
import { move } from './definitions/move.ts'
import { municipalConditions } from './definitions/municipal-conditions.ts'
import { municipalNotes } from './definitions/municipal-notes.ts'
import { nameChange } from './definitions/name-change.ts'
import { naming } from './definitions/naming.ts'
import { taxPnr, atpPnr, administrativePnr } from './definitions/number-assignments.ts'
import { occupation } from './definitions/occupation.ts'
import { parentalAuthorityCessation } from './definitions/parental-authority-cessation.ts'
import { parentalAuthority } from './definitions/parental-authority.ts'
import { partnershipAnnulment } from './definitions/partnership-annulment.ts'
import { partnershipDissolution } from './definitions/partnership-dissolution.ts'
import { partnershipEntry } from './definitions/partnership-entry.ts'
import { paternity } from './definitions/paternity.ts'
import { protectionCessation } from './definitions/protection-cessation.ts'
import { protection } from './definitions/protection.ts'
import { reEntry } from './definitions/re-entry.ts'
import { reactivateAnnulledPnr } from './definitions/reactivate-annulled-pnr.ts'
import { reappearance } from './definitions/reappearance.ts'
import { relocationOrderLifting } from './definitions/relocation-order-lifting.ts'
import { relocationOrder } from './definitions/relocation-order.ts'
import { separationCessation } from './definitions/separation-cessation.ts'
import { separationEntry } from './definitions/separation-entry.ts'
import { sharedResidenceCessation } from './definitions/shared-residence-cessation.ts'
import { sharedResidenceRegistration } from './definitions/shared-residence-registration.ts'
import {
  supplementaryAddress,
  supplementaryAddressCessation,
} from './definitions/supplementary-address.ts'
import { underGuardianshipCessation } from './definitions/under-guardianship-cessation.ts'
import { underGuardianship } from './definitions/under-guardianship.ts'
import { widowhood } from './definitions/widowhood.ts'
import { maintenanceCatalogue } from './maintenance/maintenance-catalogue.ts'
import { offersIn } from './offers.ts'
import type { Offer } from './offers.ts'
import { prefillFrom } from './prefill.ts'
import type { FollowOnFor } from './prefill.ts'
import type { RegisterView } from './register-view.ts'
import type { Text } from './text.ts'

/** Everything that can happen to a person. A new event is its definition and a line here. */
export const catalogue: readonly EventDefinition[] = [
  birth,
  naming,
  paternity,
  coMaternity,
  parentalAuthority,
  parentalAuthorityCessation,
  adoption,
  move,
  relocationOrder,
  relocationOrderLifting,
  supplementaryAddress,
  supplementaryAddressCessation,
  contactAddress,
  contactAddressCessation,
  disappearance,
  reappearance,
  municipalConditions,
  municipalNotes,
  occupation,
  sharedResidenceRegistration,
  sharedResidenceCessation,
  marriageEntry,
  marriageAnnulment,
  partnershipEntry,
  partnershipAnnulment,
  partnershipDissolution,
  separationEntry,
  separationCessation,
  divorce,
  nameChange,
  addressingName,
  death,
  widowhood,
  churchMembership,
  churchWithdrawal,
  citizenship,
  citizenshipLoss,
  taxPnr,
  atpPnr,
  administrativePnr,
  euElectionAddress,
  euElectionAddressCessation,
  alienNumber,
  protection,
  protectionCessation,
  entryWithoutPnr,
  entryWithPnr,
  reEntry,
  underGuardianship,
  underGuardianshipCessation,
  guardian,
  guardianDischarge,
  departure,
  reactivateAnnulledPnr,
]

const byId: ReadonlyMap<string, EventDefinition> = new Map(
  [...catalogue, ...maintenanceCatalogue].map((definition) => [definition.id, definition]),
)

export class DefinitionNotFound extends Error {
  override name = 'DefinitionNotFound'
}

/** The event, or the maintenance operation, of this id. */
export function findDefinition(id: string): EventDefinition | undefined {
  return byId.get(id)
}

/** Throws `DefinitionNotFound` for an id that is not in the catalogue. */
export function getDefinition(id: string): EventDefinition {
  const definition = byId.get(id)
  if (!definition) throw new DefinitionNotFound(`no event "${id}" in the catalogue`)
  return definition
}

/** What an event or a maintenance operation is called; the id of one that nothing here can report. */
export function nameOf(id: string): Text {
  return findDefinition(id)?.name ?? { da: id, en: id }
}

/** The follow-ons that an accepted event gives access to; an event that has no definition yet is told as unavailable. */
export function offersOf(definition: EventDefinition, facts: Facts): readonly Offer[] {
  return offersIn(definition, facts, (event) => byId.has(event))
}

/** Fields that the follow-on's own event does not have are left out. */
export function prefillOf(
  definition: EventDefinition,
  opened: FollowOnFor,
  data: CaseData,
  view: RegisterView,
): CaseData {
  const followOn = definition.followOns.find(({ key }) => key === opened.followOn)
  const target = followOn?.target
  const child = target && byId.get(target.type === 'event' ? target.event : target.operation)
  const fields = new Set(child?.fields.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(prefillFrom(definition, opened, data, view)).filter(([name]) =>
      fields.has(name),
    ),
  )
}

/** The day that an event is dated ahead to; null when it can be reported today. */
export function reportOn(definition: EventDefinition, { data, today }: Facts): string | null {
  const day = textOf(data, definition.dateField)
  return day !== '' && isAfter(day, today) ? day : null
}
