/** Person statuses, as the rules name them: who lives in Denmark or Greenland, and who lives at all. */

export const resident: readonly string[] = ['01', '03', '05', '07']

export const living: readonly string[] = [...resident, '20', '70', '80']

export const evenDead: readonly string[] = [...living, '90']
