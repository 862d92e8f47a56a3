import { describe, expect, test } from 'vitest'

import { type FormatName, formats, type FormatValue, fromWire, toWire } from './formats.ts'

/** Format, value, wire text: both ways. */
test.each<[FormatName, FormatValue, string]>([
  ['pnr10', '0101005038', '0101005038'],
  ['pnr10', '', ''],
  ['pnr10', '0101010001', '0101010001'],
  ['pnr10', '0709614097', '0709614097'],
  ['pnr10', '2902004001', '2902004001'],
  ['pnr10', '0000000000', '0000000000'],
  ['date8', '20240229', '20240229'],
  ['date8', '19580000', '19580000'],
  ['date8', '19580300', '19580300'],
  ['datetime12', '199601011200', '199601011200'],
  ['datetime12', '199600001200', '199600001200'],
  ['datetime12', '202603290230', '202603290230'],
  ['datetime12', '202610250230', '202610250230'],
  ['date8', '20000229', '20000229'],
  ['datetime12', '198506150002', '198506150002'],
  ['ts20', '20250301102211004512', '20250301102211004512'],
  ['time4', '2359', '2359'],
  ['usm1', true, '*'],
  ['usm1', false, ''],
  ['markX', true, 'X'],
  ['markX', false, ''],
  ['jaNej', true, 'JA'],
  ['jaNej', false, 'NEJ'],
  ['akm1', 'Æ', 'Æ'],
  ['koen1', 'K', 'K'],
  ['status2', '07', '07'],
  ['civst1', 'G', 'G'],
  ['fkirk1', 'F', 'F'],
  ['haend3', 'A19', 'A19'],
  ['afledt2', 'ÆG', 'ÆG'],
  ['land4', '5120', '5120'],
  ['husnr4', '016', '016 '],
  ['husnr4', '016A', '016A'],
  ['etage2', 'st', 'st'],
  ['dor4', 'tv', '  tv'],
  ['dor4', '1204', '1204'],
  ['bnr4', '3194', '3194'],
  ['int4', '20', '20'],
  ['name50', 'Ærø-Øst', 'Ærø-Øst'],
  ['name50', "O'Neill", "O'Neill"],
  ['name50', 'Müller', 'Müller'],
  ['name34', "Holm-Ærø,Søren O'Neill", "Holm-Ærø,Søren O'Neill"],
  ['text34', 'c/o Åse & Søn, 2. tv', 'c/o Åse & Søn, 2. tv'],
])('%s carries value %# to the wire and back', (format, value, wire) => {
  expect(toWire(format, value)).toBe(wire)
  expect(fromWire(format, wire)).toBe(value)
})

test.each<[FormatName, FormatValue, string]>([
  ['pnr10', '010100-5038', '0101005038'],
  ['pnr10', '010100 5038', '0101005038'],
  ['datetime12', '20240229', '202402290000'],
  ['kom4', '851', '0851'],
  ['beskyt5', '0001', '00001'],
  ['husnr4', '16a', '016A'],
  ['husnr4', '0016', '016 '],
  ['etage2', '1', '01'],
  ['etage2', 'ST', 'st'],
  ['dor4', 'TH', '  th'],
  ['int4', '0020', '20'],
  ['name50', 'A\u030Ase', 'Åse'],
])('%s writes value %# in its full form', (format, value, wire) => {
  expect(toWire(format, value)).toBe(wire)
})

test.each<[FormatName, string, FormatValue]>([
  ['husnr4', '016 ', '016'],
  ['husnr4', '16', '016'],
  ['dor4', '1', '1'],
  ['beskyt5', '0001', '00001'],
  ['code5', '0003', '00003'],
  ['afledt2', 'Æ', 'ÆG'],
  ['jaNej', 'Ja', true],
  ['jaNej', '', false],
  ['markX', ' ', false],
  ['markX', '1', true],
  ['name40', 'Holm 3', 'Holm 3'],
])('%s also reads other spelling %#', (format, wire, value) => {
  expect(fromWire(format, wire)).toBe(value)
})

test.each<[FormatName, FormatValue]>([
  ['pnr10', '010100503'],
  ['pnr10', '01010050380'],
  ['pnr10', '0101005038\n'],
  ['pnr10', '０１０１００５０３８'],
  ['pnr10', '٠١٠١٠٠٥٠٣٨'],
  ['pnr10', '010100\u200B5038'],
  ['pnr10', '010100503O'],
  ['pnr10', '010100--5038'],
  ['pnr10', '6101005038'],
  ['pnr10', '3102005038'],
  ['pnr10', '0100005038'],
  ['pnr10', '2902000001'],
  ['date8', '20230229'],
  ['date8', '19000229'],
  ['date8', '20250431'],
  ['date8', '20250010'],
  ['date8', '00000000'],
  ['date8', '2025-01-01'],
  ['datetime12', '202502311200'],
  ['datetime12', '2025013112'],
  ['ts20', '20250301242211004512'],
  ['ts20', '20250300102211004512'],
  ['time4', '2400'],
  ['usm1', '*'],
  ['date8', true],
  ['koen1', 'm'],
  ['status2', '02'],
  ['land4', '0851'],
  ['kom4', '08511'],
  ['kom4', '-851'],
  ['husnr4', '1000'],
  ['husnr4', 'A16'],
  ['etage2', '00'],
  ['etage2', 'stue'],
  ['dor4', '12345'],
  ['bnr4', '12345'],
  ['name34', 'x'.repeat(35)],
  ['name40', 'Holm 3'],
  ['name40', 'Holm,Knud'],
  ['name50', 'Dvořák'],
  ['name50', 'Łukasz'],
  ['name50', 'Anna 🙂'],
  ['name50', '<b>Anna</b>'],
  ['name50', 'Anna]]>'],
  ['name50', 'Anna\u202E'],
  ['name50', 'Anna\u0007'],
  ['name50', 'Anna\n'],
  ['name50', 'Anna2'],
  ['name50', 'x'.repeat(51)],
  ['text30', 'x'.repeat(31)],
  ['text40', '5 €'],
])('%s does not take odd value %#', (format, value) => {
  expect(toWire(format, value)).toBeNull()
})

test('the last of February falls by the seventh digit', () => {
  const taken = Array.from({ length: 1_000 }, (_, at) => `2902${String(at).padStart(3, '0')}001`)
    .filter((pnr) => toWire('pnr10', pnr) !== null)
    .map((pnr) => ({ year: pnr.slice(4, 6), digit: pnr.charAt(6) }))
  // Only 1900 of the three centuries had none in its year 00.
  const digitsOf = (year: string) =>
    taken.filter((one) => one.year === year).map(({ digit }) => digit)
  expect(digitsOf('00')).toEqual(['4', '5', '6', '7', '8', '9'])
  expect(new Set(taken.map(({ year }) => year)).size).toBe(25)
  for (const { year } of taken) {
    if (year !== '00') expect(digitsOf(year)).toHaveLength(10)
  }
})

test('the register may send a number that nobody can have', () => {
  expect(fromWire('pnr10', '6101005038')).toBe('6101005038')
  expect(toWire('pnr10', '6101005038')).toBeNull()
})

describe.each(Object.entries(formats))('%s', (_, format) => {
  test('an empty field is empty in either direction', () => {
    const empty = format.fromWire('')
    expect(['', false]).toContain(empty)
    expect(format.fromWire('   ')).toBe(empty)
  })

  test('what it writes it reads as the same', () => {
    for (const value of ['16', '16A', 'tv', '20240229', 'M', '01', '5100', true, false]) {
      const wire = format.toWire(value)
      if (wire === null) continue
      const read = format.fromWire(wire)
      expect(read === null ? null : format.toWire(read)).toBe(wire)
    }
  })
})
