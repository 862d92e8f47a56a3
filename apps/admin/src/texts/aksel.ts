import { en } from '@navikt/ds-react/locales'

import { akselDa } from './aksel-da.ts'

export const akselTexts = { da: akselDa, en } as const
