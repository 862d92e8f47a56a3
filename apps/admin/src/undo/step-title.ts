import { entityName } from '../texts/row-name.ts'
import type { Bilingual, Texts } from '../texts/use-texts.ts'
import { compareRows } from './compare-rows.ts'
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

interface Operation {
  readonly operation: string
  readonly name: Bilingual
}

/** What is done to which kind of data; an event where it is reported anew. */
export const operationTitle = (
  { operation, name }: Operation,
  { t, text }: Texts,
  kind?: string,
): string => {
  const [, act] = operation.split('.')
  if (!isAct(act)) return t('undo.stepAnew', { what: text(name) })
  const what = kind ?? text(name).split(' - ')[0] ?? text(name)
  return t(acts[act], { what: what.toLocaleLowerCase('da') })
}

/** What a step that is left out is about. */
export const stepSubject = (step: PlannedStep, texts: Texts): string => {
  const [row] = step.before
  return row === undefined ? operationTitle(step, texts) : entityName(row.entity, texts.t)
}

/** By the row that the step is about: the one that leaves a proof, where several change with it. */
export const stepTitle = (step: PlannedStep, texts: Texts): string => {
  const changes = compareRows(step.before, step.after)
  const own = changes.filter(({ person }) => person === step.person)
  const row = own.find(({ proof }) => proof !== null) ?? own[0] ?? step.before[0]
  return operationTitle(step, texts, row && entityName(row.entity, texts.t))
}
