const tokenName = 'token'

export interface Cookies {
  readonly take: (headers: readonly string[]) => void
  readonly header: () => string
  /** The token's value, whatever letter case its name came in. */
  readonly token: () => string | null
  readonly dropToken: () => void
}

/** Keeps the token and whatever else is set: the load balancer's own cookie ties a dialogue to a server. */
export function createCookies(): Cookies {
  const kept = new Map<string, { name: string; value: string }>()
  return {
    take: (headers) => {
      for (const header of headers) {
        const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(header) ?? []
        if (name === undefined || value === undefined) continue
        if (isDropped(header, value)) kept.delete(name.toLowerCase())
        else kept.set(name.toLowerCase(), { name, value: value.trim() })
      }
    },
    header: () => [...kept.values()].map(({ name, value }) => `${name}=${value}`).join('; '),
    token: () => kept.get(tokenName)?.value ?? null,
    dropToken: () => void kept.delete(tokenName),
  }
}

function isDropped(header: string, value: string): boolean {
  return value === '' || /;\s*max-age\s*=\s*(0|-\d+)\s*(;|$)/i.test(header)
}
