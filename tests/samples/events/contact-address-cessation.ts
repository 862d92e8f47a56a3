import { addressEnded } from '../address-ended.ts'

export const contactAddressCessation = addressEnded('contact-address', 'contactAddress')
