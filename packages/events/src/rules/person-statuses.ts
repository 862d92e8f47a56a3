/** Person statuses, as the rules name them: who lives in Denmark or Greenland, and who lives at all. */

export const resident: readonly string[] = ['01', '03', '05', '07']

export const living: readonly string[] = [...resident, '20', '70', '80']

export const evenDead: readonly string[] = [...living, '90']

/** Annulled, deleted as a double, changed: such a number points at the valid one, if at any. */
export const deadNumbers: readonly string[] = ['30', '50', '60']
