const tokenName = 'token'

export interface Cookies {
  readonly take: (headers: readonly string[], heard?: Heard) => void
  /** With this token, where it is another than the last one given. */
  readonly header: (token?: string | null) => string
  /** The token's value, whatever letter case its name came in. */
  readonly token: () => string | null
  /** Whether most of its life is over: the next is fetched while this one still lasts. */
  readonly isStale: (now: number) => boolean
  readonly dropToken: () => void
}

/** When headers were heard: by the register's clock, and by our own. */
interface Heard {
  readonly date: string | undefined
  readonly at: number
}

interface Kept {
  readonly name: string
  readonly value: string
  readonly staleAt: number | null
}

const SHARE_OF_LIFE = 0.75
/** A shorter life is none that anybody means: it is held to last until the register says otherwise. */
const SHORTEST_LIFE_MS = 60_000

/** Keeps the token and whatever else is set: the load balancer's own cookie ties a dialogue to a server. */
export function createCookies(): Cookies {
  const kept = new Map<string, Kept>()
  return {
    take: (headers, heard) => {
      for (const header of headers) {
        const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(header) ?? []
        if (name === undefined || value === undefined) continue
        const staleAt = heard ? staleAtOf(header, heard) : null
        if (isDropped(header, value)) kept.delete(name.toLowerCase())
        else kept.set(name.toLowerCase(), { name, value: value.trim(), staleAt })
      }
    },
    header: (token = null) => {
      const last = kept.get(tokenName)
      const sent = new Map(kept)
      if (token !== null)
        sent.set(tokenName, { name: last?.name ?? 'Token', value: token, staleAt: null })
      return [...sent.values()].map(({ name, value }) => `${name}=${value}`).join('; ')
    },
    token: () => kept.get(tokenName)?.value ?? null,
    isStale: (now) => now >= (kept.get(tokenName)?.staleAt ?? Infinity),
    dropToken: () => void kept.delete(tokenName),
  }
}

function isDropped(header: string, value: string): boolean {
  return value === '' || /;\s*max-age\s*=\s*(0|-\d+)\s*(;|$)/i.test(header)
}

/** Its life is reckoned by the clock that ends it, and counted by ours. */
function staleAtOf(header: string, { date = '', at }: Heard): number | null {
  const seconds = /;\s*max-age\s*=\s*(\d+)/i.exec(header)?.[1]
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(header)?.[1] ?? ''
  const life = seconds ? Number(seconds) * 1000 : Date.parse(expires) - Date.parse(date)
  return life >= SHORTEST_LIFE_MS ? at + life * SHARE_OF_LIFE : null
}
