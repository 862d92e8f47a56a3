/** The addressing name is written surname, comma, first names, in at most so many characters. */
export const addressingNameLength = 34

interface NameParts {
  readonly firstNames?: string | null
  readonly lastName?: string | null
}

function whole({ firstNames, lastName }: NameParts): string {
  return [lastName, firstNames].filter((part) => part != null && part !== '').join(',')
}

/** What a name gives by itself. One that is too long is cut: somebody then chooses a better one. */
export function addressingNameOf(name: NameParts): string {
  return whole(name).slice(0, addressingNameLength).trimEnd()
}

/** Somebody has to choose an addressing name: the name does not fit in it. */
export function isTooLongToAddress(name: NameParts): boolean {
  return whole(name).length > addressingNameLength
}
