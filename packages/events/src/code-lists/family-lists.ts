import { listOfCodes } from './code-list.ts'
import type { CodeList } from './code-list.ts'

/** What the caseworker chooses about whom somebody belongs to and who decides for them. */
export const familyLists = {
  'divorce-grounds': listOfCodes(
    ['AGREEMENT', 'Begge er enige', 'Both agree'],
    ['SEPARATION', 'På grundlag af separation', 'On the ground of separation'],
    ['DECISION', 'Afgørelse uden enighed', 'Decision without agreement'],
    ['ADULTERY', 'Utroskab', 'Adultery'],
    ['TWO-YEARS', 'To år uden samliv', 'Two years apart'],
    ['VIOLENCE', 'Vold eller børnebortførelse', 'Violence or abduction'],
    ['BIGAMY', 'Bigami', 'Bigamy'],
  ),
  'separation-end-reasons': listOfCodes(
    ['COHABITATION', 'De lever igen sammen', 'They live together again'],
    ['DIVORCE', 'Skilsmisse', 'Divorce'],
    ['DEATH', 'Dødsfald', 'Death'],
    ['CORRECTION', 'Rettelse', 'Correction'],
  ),
  'custody-end-reasons': listOfCodes(
    ['EIGHTEEN', '18 år', '18 years'],
    ['MARRIAGE', 'Barnet er blevet gift', 'The child married'],
    ['DECISION', 'Afgørelse eller aftale', 'Decision or agreement'],
    ['DEATH', 'Indehaveren er død', 'Holder died'],
  ),
  'adoption-kinds': listOfCodes(
    ['FULL', 'Fremmedadoption', 'Full adoption'],
    ['STEPCHILD', 'Stedbarnsadoption', 'Stepchild adoption'],
    ['ADULT', 'Adoption af en voksen', 'Adoption of an adult'],
    ['FOREIGN', 'Adoption i udlandet, anerkendt her', 'Adoption abroad, recognised here'],
  ),
  'church-acts': listOfCodes(
    ['BAPTISM', 'Dåb', 'Baptism'],
    ['ADMISSION', 'Optagelse', 'Admission'],
    ['READMISSION', 'Genoptagelse', 'Re-admission'],
    ['CONFIRMATION', 'Konfirmation', 'Confirmation'],
    ['OTHER-FAITH', 'Overgang til anden tro', 'Joined another faith'],
  ),
  'citizenship-grounds': listOfCodes(
    ['BIRTH', 'Fødsel', 'Birth'],
    ['DECLARATION', 'Erklæring', 'Declaration'],
    ['NATURALISATION', 'Indfødsretslov', 'Naturalisation act'],
    ['ADOPTION', 'Adoption', 'Adoption'],
    ['MARRIAGE-PARENTS', 'Forældrenes ægteskab', 'Parents’ marriage'],
  ),
  'shared-residence-kinds': listOfCodes(
    ['PLAIN', 'Uden betingelser', 'Without conditions'],
    ['DISTANCE', 'Betinget af en geografisk afstand', 'Bound to a geographical distance'],
  ),
  'shared-residence-end-reasons': listOfCodes(
    ['AGREED', 'Begge er enige', 'Both agree'],
    ['ONE-SIDED', 'Den ene forælder har opsagt aftalen', 'One parent ended it'],
    ['MOVE', 'En forælder er flyttet', 'A parent moved away'],
    ['DEATH', 'Dødsfald', 'Death'],
    ['LIVING-TOGETHER', 'Forældrene bor sammen', 'The parents live together'],
  ),
  'guardianship-kinds': listOfCodes(
    ['5-FINANCIAL', '§ 5, økonomiske forhold', '§ 5 financial'],
    ['5-PERSONAL', '§ 5, personlige forhold', '§ 5 personal'],
    ['6-FULL', '§ 6, handleevnen helt frataget', '§ 6 capacity taken wholly'],
    ['6-PART', '§ 6, handleevnen delvis frataget', '§ 6 capacity taken in part'],
    ['7-CO', '§ 7, samværgemål', '§ 7 co-guardianship'],
  ),
  'guardianship-end-reasons': listOfCodes(
    ['DECISION', 'Afgørelse', 'Decision'],
    ['EXPIRED', 'Udløbet', 'It ran out'],
    ['DEATH', 'Personen eller værgen er død', 'The person or guardian died'],
    ['CHANGED', 'Afløst', 'Replaced'],
  ),
} as const satisfies Record<string, CodeList>
