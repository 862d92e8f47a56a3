import { date, number } from '../fields.ts'
import { say } from '../text.ts'

/** What a municipality says of each row that it keeps on a person. */

export const startDate = date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true })

export const municipality = number(4, say('Kommune', 'Municipality'), {
  required: true,
  hint: say(
    'den kommune, rækken hører til: den, der indberetter',
    'whose row it is: that of the reporting authority',
  ),
})

const endsByItself = say('rækken ophører af sig selv på dagen', 'the row ends by itself that day')

export const endDate = date(say('Slutdato', 'End date'), { wire: 'SLETDATO', hint: endsByItself })

export const deletionDate = date(say('Slettedato', 'Deletion date'), {
  wire: 'SLETDATO',
  hint: endsByItself,
})
