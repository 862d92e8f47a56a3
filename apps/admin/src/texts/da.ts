import { daCase } from './da-case.ts'
import { daLists } from './da-lists.ts'

export const da = { ...daLists, ...daCase } as const
