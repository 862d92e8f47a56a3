import { listOfCodes } from './code-list.ts'
import type { CodeList } from './code-list.ts'

/** The register's own codes. */
export const registerLists = {
  'person-status': listOfCodes(
    ['01', 'Bopæl i Danmark', 'Resident in Denmark'],
    ['03', 'Bopæl i Danmark på særlig vejkode', 'Resident in Denmark, special road code'],
    ['05', 'Bopæl i Grønland', 'Resident in Greenland'],
    ['07', 'Bopæl i Grønland på særlig vejkode', 'Resident in Greenland, special road code'],
    ['10', 'Nummer reserveret', 'Number reserved'],
    ['20', 'Uden bopæl, nummer tildelt', 'Without residence, number given'],
    ['30', 'Nummer annulleret', 'Number annulled'],
    ['50', 'Nummer slettet (dobbeltnummer)', 'Number deleted as a double'],
    ['60', 'Nummer ændret', 'Number changed'],
    ['70', 'Forsvundet', 'Disappeared'],
    ['80', 'Udrejst', 'Departed'],
    ['90', 'Død', 'Dead'],
  ),
  'civil-status': listOfCodes(
    ['U', 'Ugift', 'Unmarried'],
    ['G', 'Gift', 'Married'],
    ['F', 'Fraskilt', 'Divorced'],
    ['E', 'Enke eller enkemand', 'Widow or widower'],
    ['P', 'Registreret partner', 'Registered partner'],
    ['O', 'Ophævet partnerskab', 'Partnership dissolved'],
    ['L', 'Længstlevende partner', 'Longest-living partner'],
    ['D', 'Død', 'Dead'],
  ),
  sex: listOfCodes(['M', 'Mand', 'Male'], ['K', 'Kvinde', 'Female']),
  church: listOfCodes(
    ['F', 'Medlem af folkekirken', 'Member of the national church'],
    ['U', 'Ikke medlem', 'Not a member'],
    ['A', 'Afventer', 'Waiting, not decided'],
    [
      'M',
      'Medlem af anden nordisk eller luthersk kirke',
      'Member of another Nordic or Lutheran church',
    ],
    ['S', 'Medlem af Den svenske Kirke', 'Member of the Church of Sweden'],
  ),
  custody: listOfCodes(
    ['00003', 'Mor', 'Mother'],
    ['00004', 'Far eller medmor', 'Father or co-mother'],
    ['00005', 'Anden indehaver 1', 'Other holder 1'],
    ['00006', 'Anden indehaver 2', 'Other holder 2'],
  ),
  'guardian-relations': listOfCodes(
    ['00000', 'Værge ikke i CPR', 'Guardian not in the register'],
    ['00001', 'Værge med personnummer', 'Guardian by personnummer'],
    ['00002', 'Værge med navn og adresse', 'Guardian by name and address'],
  ),
  'protection-types': listOfCodes(
    ['00001', 'Navne- og adressebeskyttelse', 'Name and address protection'],
    ['00002', 'Lokal vejviser', 'Local directory'],
    ['00003', 'Markedsføring', 'Marketing'],
    ['00004', 'Forskning (lukket)', 'Research (closed)'],
    ['00005', 'Kreditadvarsel', 'Credit warning'],
  ),
  'correction-marks': listOfCodes(
    ['K', 'Rettet; indholdet er gemt som bevis', 'Corrected; the content is kept for proof'],
    ['A', 'Fortrudt', 'Undone'],
    ['Æ', 'Teknisk ændring', 'Technical change'],
  ),
  'derived-marks': listOfCodes(
    ['ÆG', 'Ægtefælle', 'Spouse'],
    ['PA', 'Partner', 'Partner'],
    ['BØ', 'Barn', 'Child'],
    ['MO', 'Mor', 'Mother'],
    ['FA', 'Far', 'Father'],
    ['NM', 'Ny mor', 'New mother'],
    ['NF', 'Ny far', 'New father'],
    ['TM', 'Tidligere mor', 'Former mother'],
    ['TF', 'Tidligere far', 'Former father'],
    ['PN', 'Nyt gældende personnummer', 'New valid number'],
    ['PT', 'Tidligere nummer', 'Former or counterpart number'],
  ),
  uncertainty: listOfCodes(
    ['*', 'Datoen er usikker', 'The date is uncertain'],
    [' ', 'Datoen er sikker', 'The date is certain'],
  ),
  'fictive-municipalities': listOfCodes(
    ['0010', 'Sømandsskattekontoret', 'Seamen’s tax office'],
    ['0011', 'Skattestyrelsen', 'Tax agency'],
    ['0012', 'ATP', 'ATP'],
    ['0019', 'Administrative personnumre', 'Administrative numbers'],
    ['0009', 'Kommune ukendt', 'Municipality unknown'],
  ),
} as const satisfies Record<string, CodeList>
