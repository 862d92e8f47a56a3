/** What public pages and public clients state about the wire; the rest is the profile's. */

export const namespace = 'http://www.cpr.dk'
export const declaration = '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>'
export const contentType = 'text/xml;charset=ISO-8859-1'
export const systems = { read: 'CprSoeg', update: 'CprAjour' } as const
export const mainRole = 'HovedRolle'
export const primaryEvent = 'P'
export const secondaryEvent = 'S'
export const useWaiting = 'v'
export const signOnFunction = 'signon'
export const newPasswordFunction = 'newpass'
export const doneWord = 'Ok'
export const returnCodeWord = 'returKode'
export const receiptTextField = 'Kvittxt'
/** Key of a list that goes on; where an answer hands it out is the profile's. */
export const restartKey = 'REST'
export const publicCodes = {
  done: 0,
  malformedPnr: 52,
  notInRegister: 172,
  signedOn: 900,
  notSignedOn: 901,
  wrongPassword: 905,
} as const
