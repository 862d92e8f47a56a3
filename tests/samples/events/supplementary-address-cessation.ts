import { addressEnded } from '../address-ended.ts'

export const supplementaryAddressCessation = addressEnded(
  'supplementary-address',
  'supplementaryAddress',
)
