import type { CaseCounts } from '@sagsgang/api'

/** `1000+` where nobody has counted further. */
export function countText(count: number, { cap }: Pick<CaseCounts, 'cap'>): string {
  return count > cap ? `${cap}+` : String(count)
}
