import { listOfCodes } from './code-list.ts'

/** The public codes of updates that no event of the catalogue is named for, or that several share. */
export const updateCodes = listOfCodes(
  ['A01', 'Flytning', 'Move'],
  ['A08', 'Udlandsadresse eller valgoplysninger', 'Foreign address or franchise'],
  ['A09', 'Rettelse af nuværende adresse', 'Correction of the current address'],
  ['A10', 'Annullering af nuværende adresse', 'Annulment of the current address'],
  ['A16', 'Rettelse af nuværende navne', 'Correction of the current names'],
  ['A17', 'Annullering af nuværende navne', 'Annulment of the current names'],
  ['A21', 'Dødsfald', 'Death'],
  ['A24', 'Civilstandsdata', 'Civil status data'],
  [
    'A25',
    'Annullering af nuværende civilstand eller dødsfald',
    'Annulment of the current civil status or of a death',
  ],
  ['A33', 'Beskyttelse', 'Protection'],
  ['A34', 'Folkekirkeforhold eller stilling', 'Church membership or occupation'],
  ['A40', 'Annullering af et personnummer', 'Annulment of a personnummer'],
  ['A42', 'Teknisk adresseændring', 'Technical change of address'],
  ['A45', 'Personnummerabonnement', 'Personnummer subscription'],
  ['A47', 'Kontaktadresse', 'Contact address'],
  ['A74', 'Rekvirering af persondata', 'Requisition of person data'],
  ['K74', 'Rekvirering af persondata', 'Requisition of person data'],
  ['P02', 'Sletning af et personnummer', 'Deletion of a personnummer'],
  ['P03', 'Ændring af et personnummer', 'Change of a personnummer'],
  [
    'P10',
    'Ændret postnummer, by, lokalitet eller vejnavn',
    'Changed postal code, town, locality or road name',
  ],
  [
    'P11',
    'Automatisk sletning på den aftalte dag',
    'Automatic deletion on the day that was agreed',
  ],
  ['P40', 'Forældremyndighed', 'Parental authority'],
  ['P42', 'Fortrudt ændring af et personnummer', 'Undone change of a personnummer'],
  ['P43', 'Fortrudt sletning af et personnummer', 'Undone deletion of a personnummer'],
  ['P48', 'Rettelse af separation', 'Correction of a separation'],
  ['P49', 'Annullering af separation', 'Annulment of a separation'],
  ['P56', 'Annullering af folkekirkeforhold', 'Annulment of church membership'],
)
