const number = /^(\d{6})-?(\d{4})$/

/** The last four digits of a personal number stay covered until somebody asks for them. */
export const maskPnr = (pnr: string): string => {
  const parts = number.exec(pnr)
  return parts === null ? pnr : `${parts[1]}-••••`
}

export const spacePnr = (pnr: string): string => {
  const parts = number.exec(pnr)
  return parts === null ? pnr : `${parts[1]}-${parts[2]}`
}

export const isWholePnr = (text: string): boolean => number.test(text.trim())

export const bareNumber = (text: string): string => text.trim().replace(/^(\d{6})-(\d{4})$/, '$1$2')

/** Every whole personal number inside a longer text. */
export const maskText = (text: string): string =>
  text.replace(/\b(\d{6})-?(\d{4})\b/g, (_, born: string) => `${born}-••••`)
