/** What a person reads, in both languages. */
export interface Text {
  readonly da: string
  readonly en: string
}

export function say(da: string, en: string): Text {
  return { da, en }
}

/** A sentence begins with a capital, whatever it begins with. */
export function sentence(text: Text): Text {
  return { da: capital(text.da), en: capital(text.en) }
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
