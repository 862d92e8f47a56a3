import { afterAll, beforeAll } from 'vitest'

import { createApi, type Api } from './api.ts'
import { createControl, type Control } from './control.ts'
import { startProduct, type Product } from './product.ts'

export interface World {
  readonly product: Product
  readonly control: Control
  readonly as: (user: string) => Api
}

/** One product for the tests of a file; read it inside tests only. */
export function useProduct(environment: Record<string, string> = {}): { readonly world: World } {
  const held: { world?: World } = {}
  beforeAll(async () => {
    const product = await startProduct(environment)
    const control = createControl(product.register)
    held.world = { product, control, as: (user) => createApi(product.url, user) }
  })
  afterAll(() => held.world?.product.remove())
  return {
    get world() {
      if (held.world === undefined) throw new Error('the product is not started')
      return held.world
    },
  }
}
