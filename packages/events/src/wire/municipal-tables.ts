import { date, text } from './wire-table.ts'
import type { WireTable } from './wire-table.ts'

/** What a municipality keeps on a person. */
export const municipalTables: readonly WireTable[] = [
  {
    service: 'KOMFORH1',
    entity: 'municipalCondition',
    shape: 'table',
    name: 'KOMFORH1',
    columns: {
      municipality: text('CKOM_KOMKOD'),
      conditionType: text('CKOM_TYP'),
      conditionCode: text('CKOM_KOD'),
      comment: text('CKOM_BEMAERK'),
    },
    start: date('CKOM_STARTDATO'),
    startUncertain: 'CKOM_STARTDATOUSM',
    end: date('CKOM_SLETDATO'),
    mark: 'CKOM_AKM',
    timestamp: 'CKOM_TIMSTP',
    authority: 'CKOM_MYNKOD',
  },
  {
    service: 'KOMNOTAT',
    entity: 'note',
    shape: 'table',
    name: 'KOMNOTAT',
    columns: {
      municipality: text('CNOT_KOMKOD'),
      noteNumber: { code: 'CNOT_NOTATNR', format: 'noteNumber' },
      noteText: text('CNOT_NOTATLINIE'),
    },
    start: date('CNOT_STARTDATO'),
    startUncertain: null,
    end: date('CNOT_SLETDATO'),
    mark: 'CNOT_AKM',
    timestamp: 'CNOT_TIMSTP',
    authority: 'CNOT_MYNKOD',
  },
  {
    service: 'VALG1',
    entity: 'election',
    shape: 'table',
    name: 'VALG1',
    columns: { electionCode: text('CVAL_VALGKODE'), votingDate: date('CVAL_VALGRETDATO') },
    start: date('CVAL_STARTDATO'),
    startUncertain: null,
    end: date('CVAL_SLETDATO'),
    mark: 'CVAL_AKM',
    timestamp: 'CVAL_TIMSTP',
    authority: 'CVAL_MYNKOD',
  },
]
