/** The kinds of rows that a person consists of, and their columns, named as in the catalogue. */
export const entities = {
  person: ['status', 'statusDate', 'sex', 'birthDate', 'birthDateUncertain', 'occupation'],
  address: [
    'municipalityCode',
    'streetCode',
    'houseNumber',
    'floor',
    'door',
    'buildingNumber',
    'careOf',
  ],
  supplementaryAddress: ['line1', 'line2', 'line3', 'line4', 'line5'],
  contactAddress: ['line1', 'line2', 'line3', 'line4', 'line5'],
  protection: ['protectionType'],
  migration: ['departureCountry', 'entryCountry', 'line1', 'line2', 'line3', 'line4', 'line5'],
  disappearance: [],
  name: ['firstNames', 'middleName', 'lastName'],
  addressingName: ['addressingName'],
  birthRegistration: ['birthAuthority', 'birthPlace'],
  citizenship: ['country'],
  church: ['churchRelation'],
  civilStatus: ['civilStatus', 'spousePersonnummer', 'spouseName', 'spouseBirthDate', 'authority'],
  separation: ['civilStatusReference'],
  kinship: ['relation', 'personnummer', 'name', 'birthDate'],
  parentalAuthority: ['relation', 'holderPersonnummer'],
  guardianship: [
    'kind',
    'guardianRelation',
    'guardianPersonnummer',
    'guardianName',
    'line1',
    'line2',
    'line3',
    'line4',
    'line5',
  ],
  guardian: [
    'guardianRelation',
    'guardianPersonnummer',
    'guardianName',
    'addressStartDate',
    'line1',
    'line2',
    'line3',
    'line4',
    'line5',
  ],
  municipalCondition: ['municipality', 'conditionType', 'conditionCode', 'comment'],
  note: ['municipality', 'noteNumber', 'noteText'],
  election: ['electionCode', 'votingDate', 'country', 'line1', 'line2', 'line3', 'line4', 'line5'],
  relocationOrder: ['vacateBy', 'reason', 'text'],
  sharedResidence: [
    'otherParentPersonnummer',
    'agreementKind',
    'municipalityCode',
    'streetCode',
    'houseNumber',
    'floor',
    'door',
    'buildingNumber',
  ],
  alienNumber: ['alienNumber'],
} as const satisfies Record<string, readonly string[]>

export type Entity = keyof typeof entities

/** Several rows are current side by side, told apart by this column; elsewhere one row is current. */
export const rowKeys: Partial<Record<Entity, readonly string[]>> = {
  protection: ['protectionType'],
  kinship: ['relation', 'personnummer'],
  parentalAuthority: ['relation'],
  municipalCondition: ['conditionType', 'conditionCode'],
  note: ['noteNumber'],
  // One who is appointed stands beside one who is not discharged yet.
  guardian: ['guardianPersonnummer', 'guardianName'],
}

/** `K` corrected, `A` undone: a marked row is zero-length proof and takes no part in the chain. */
export type Mark = 'K' | 'A' | 'Æ'

/** A row as a lookup shows it: columns by name, null where empty. Dates are YYYYMMDD, parts 00 when unknown. */
export interface RegisterRow {
  readonly entity: Entity
  readonly columns: Readonly<Record<string, string | null>>
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string | null
  readonly mark: Mark | null
  /** The register's 20-digit time stamp: the exact key of the row. */
  readonly timestamp: string
}
