import { entityName } from '../texts/row-name.ts'
import type { Texts } from '../texts/use-texts.ts'
import type { PlannedStep } from './planned.ts'

const acts = {
  'undo-current': 'undo.stepUndo',
  'undo-former': 'undo.stepUndo',
  'correct-current': 'undo.stepCorrect',
  'correct-former': 'undo.stepCorrect',
  'report-former': 'undo.stepFormer',
} as const

const isAct = (word: string | undefined): word is keyof typeof acts =>
  word !== undefined && word in acts

/** What is done to which kind of row; an event where it is reported anew. */
export const stepTitle = (
  { operation, name, person, before, after }: PlannedStep,
  { t, text }: Texts,
): string => {
  const [, act] = operation.split('.')
  if (!isAct(act)) return t('undo.stepAnew', { what: text(name) })
  const rows = [...before, ...after]
  const row = rows.find((one) => one.person === person) ?? rows[0]
  return row === undefined
    ? text(name)
    : t(acts[act], { what: entityName(row.entity, t).toLocaleLowerCase('da') })
}
