/** Rules that no journey can raise, or be let pass by, each with the reason. A rule that is reached must not stand here. */

/** By no means from outside. */
export const neverRaised: Readonly<Record<string, string>> = {
  'death.spouse-row': 'every event writes both of a couple: no report leaves one that disagrees',
  'marriage-entry.birth': 'whoever was not born yet is not of age either, which is found first',
}

const asked = 'a declaration that is asked of every report: nothing but a person can answer it'

/** Raised by every report that is judged to the end. */
export const neverPassed: Readonly<Record<string, string>> = {
  'administrative-pnr.not-resident': asked,
  'administrative-pnr.purpose': asked,
  'atp-pnr.not-resident': asked,
  'atp-pnr.purpose': asked,
  'birth.authority-of-mother': 'asked of every birth: no register tells the parish of a home',
  'church-withdrawal.identity': asked,
  'death.confirm': asked,
  'departure.exception': asked,
  'departure.six-months': asked,
  'disappearance.searched': asked,
  'entry-with-pnr.home': asked,
  'entry-with-pnr.identity': asked,
  'entry-without-pnr.home': asked,
  'marriage-annulment.not-error': asked,
  'municipal-notes.personal-data': asked,
  'naming.approved': 'asked of every naming: the list of approved names is not in the register',
  're-entry.home': asked,
  'reactivate-annulled-pnr.data-split':
    'only maintenance gives a number up, and all that were have got rows on the valid one since',
  'tax-pnr.not-resident': asked,
  'tax-pnr.purpose': asked,
}
