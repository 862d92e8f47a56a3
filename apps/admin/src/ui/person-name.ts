/** The register writes `Surname,First names`. */
const parts = (name: string) => name.split(',').map((part) => part.trim())

/** As one says it. */
export const spokenName = (name: string): string => parts(name).toReversed().join(' ')

/** As one looks it up. */
export const listedName = (name: string): string => parts(name).join(', ')
