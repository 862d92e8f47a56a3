import { code } from '../fields.ts'
import { reporters } from '../reporters.ts'
import { say } from '../text.ts'
import { numberAssignment } from './number-assignment.ts'

export const taxPnr = numberAssignment({
  id: 'tax-pnr',
  name: say('Tildeling af personnummer - skatte personnummer', 'Assignment of tax personnummer'),
  service: 'PNRSKT-I',
  eventCode: 'Z01',
  issuer: reporters['tax-agency'],
  municipality: '0011',
  purpose: say(
    'Bekræft, at personen skal betale skat i Danmark',
    'Confirm that the person is to pay tax in Denmark',
  ),
  notes: say(
    'Et skattenummer er et fuldt personnummer og følger personen ved en senere indrejse.',
    'A tax number is a full personnummer and stays with the person after a later entry.',
  ),
})

export const atpPnr = numberAssignment({
  id: 'atp-pnr',
  name: say('Tildeling af personnummer - ATP personnummer', 'Assignment of ATP personnummer'),
  service: 'PNRATP-I',
  eventCode: 'Z02',
  issuer: reporters.atp,
  municipality: '0012',
  purpose: say('Bekræft, at personen optages i ATP', 'Confirm that the person is taken into ATP'),
})

export const administrativePnr = numberAssignment({
  id: 'administrative-pnr',
  name: say(
    'Tildeling af administrativt personnummer',
    'Assignment of administrative personnummer',
  ),
  service: 'PNRADM-I',
  eventCode: 'Z03',
  issuer: reporters['administrative-issuer'],
  municipality: '0019',
  purpose: say(
    'Bekræft, at personen hører til en gruppe i myndighedens aftale (fx diplomater, særlige opholdstilladelser, kirkebogsføring)',
    'Confirm that the person belongs to a group in the authority’s agreement (for example diplomats, special residence permits, church-book entries)',
  ),
  fields: {
    purpose: code('administrative-purposes', say('Formål', 'Purpose'), { required: true }),
  },
  notes: say(
    'Et administrativt nummer har en almindelig dato; kun erstatningsnumre uden for CPR lægger 6 til dagens første ciffer.',
    'An administrative number has an ordinary date; only replacement numbers kept outside CPR add 6 to the first digit of the day.',
  ),
})
