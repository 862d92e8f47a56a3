const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']
const everywhere: readonly string[] = ['0.0.0.0', '::']

/**
 * The names under which this server may be addressed. Any other name in a request is a page of somebody else's that had
 * its own name pointed here.
 */
export function createNameCheck(host: string): (name: string | undefined) => boolean {
  if (everywhere.includes(host)) return (name) => name !== undefined
  const names = new Set([...loopback, host.includes(':') ? `[${host}]` : host])
  return (name) => name !== undefined && names.has(name.toLowerCase().replace(/:\d+$/, ''))
}

/** The host of an `Origin`; undefined where it is no address. */
export function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
