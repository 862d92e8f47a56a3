/** `node --import` this: the product as it stands, whose machines call themselves one version newer. It has no switch for it. */
import { registerHooks } from 'node:module'

const place = '/packages/machines/src/machine-for.ts'

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(place)) return loaded
    const { source = '' } = loaded
    const own = typeof source === 'string' ? source : new TextDecoder().decode(source)
    const next = own.replace(
      /machineVersion = (\d+)/u,
      (_, version: string) => `machineVersion = ${Number(version) + 1}`,
    )
    if (next === own) throw new Error(`${place} names no version`)
    return { ...loaded, source: next }
  },
})
