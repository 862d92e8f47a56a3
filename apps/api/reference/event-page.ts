import {
  deadlines,
  nameOf,
  type EventDefinition,
  type EventEffect,
  type Field,
  type FollowOn,
  type Rule,
  type Text,
} from '@sagsgang/events'

import { both, coded, list, page, plain, section, table } from './markdown.ts'

/** One event as a page: everything that its definition says, and nothing that stands only here. */
export function eventPage(definition: EventDefinition): string {
  const { id, name, fields, rules, followOns, effects } = definition
  return page([
    `# ${plain(name.da)} · ${plain(name.en)}`,
    facts(definition),
    definition.notes ? both(definition.notes) : '',
    section('Indberettes af · Reported by', list(definition.reporters.map((one) => reporter(one)))),
    section('Felter · Fields', table(fieldHeads, fields.map(fieldRow))),
    section('Regler · Rules', table(ruleHeads, rules.map(ruleRow))),
    section('Virkninger · Effects', table(effectHeads, effects.map(effectRow))),
    section('Følgehændelser · Follow-ons', table(followOnHeads, followOns.map(followOnRow))),
    section('Frister · Deadlines', table(deadlineHeads, deadlineRows(definition))),
    section('Går i stå, når · Stuck when', list(definition.stuckWhen.map(both))),
    section('Fortryd · Undo', undo(definition)),
    section('Forløb · Course', `![${plain(name.da)} · ${plain(name.en)}](${id}.svg)`),
  ])
}

const facts = ({ id, service, eventCodes, primary, secondary }: EventDefinition): string =>
  table(
    ['id', 'GCTP', 'Hændelseskode · Event code', 'Primær · Primary', 'Sekundær · Secondary'],
    [[coded(id), coded(service), eventCodes.map(coded).join(' '), yes(primary), yes(secondary)]],
  )

const yes = (is: boolean): string => (is ? 'ja · yes' : 'nej · no')

const reporter = ({ authorityType, name }: EventDefinition['reporters'][number]): string =>
  `${plain(name.da)} · *${plain(name.en)}*${authorityType === null ? ' (anmelder · notifies)' : ` (type ${authorityType})`}`

const fieldHeads = ['Felt · Field', 'Navn · Name', 'Type', 'Skal · Required', 'GCTP']

function fieldRow(field: Field): readonly string[] {
  const { name, label, catalogueType, required, requiredWhen, codeList, wire } = field
  const needed = required ? 'ja · yes' : requiredWhen ? both(requiredWhen.text) : ''
  const type = codeList === undefined ? coded(catalogueType) : `${coded(catalogueType)} ${codeList}`
  return [coded(name), both(label), type, needed, wire.map(coded).join(' ')]
}

const ruleHeads = ['Regel · Rule', 'Lag · Layer', 'Udfald · Outcome', 'Grundlag · Basis', '']

function ruleRow({ id, layer, severity, declaration, basis, message }: Rule): readonly string[] {
  const outcome = declaration ? 'erklæring · declaration' : outcomes[severity]
  return [coded(id), layer, outcome, basis, both(message)]
}

const outcomes: Readonly<Record<Rule['severity'], string>> = {
  error: 'fejl · error',
  warning: 'advarsel · warning',
}

const effectHeads = ['Hvem · Whom', 'Række · Row', 'Handling · Operation', 'Mærke · Mark', '']

function effectRow({
  party,
  entity,
  operation,
  derivedMark,
  text,
}: EventEffect): readonly string[] {
  const mark = typeof derivedMark === 'string' ? derivedMark : ''
  return [plain(party), coded(entity), coded(operation), mark, both(text)]
}

const followOnHeads = [
  'Nøgle · Key',
  'Hændelse · Event',
  'Hvordan · Mode',
  'Når · When',
  'Efter · After',
]

function followOnRow(followOn: FollowOn): readonly string[] {
  const { key, target, mode, whenTrue, when, after } = followOn
  const id = target.type === 'event' ? target.event : target.operation
  const name = both(nameOf(id))
  const linked = target.type === 'event' ? `[${name}](${id}.md)` : name
  return [
    coded(key),
    linked,
    whenTrue === undefined ? mode : `${mode}: ${whenTrue}`,
    when ? both(when) : '',
    after.map(coded).join(' '),
  ]
}

const deadlineHeads = ['Frist · Deadline', '', 'Ved udløb · On expiry']

const texts: Readonly<Record<string, { readonly text: Text } | undefined>> = deadlines

function deadlineRows({ deadlines: ids, timers }: EventDefinition): readonly (readonly string[])[] {
  return ids.map((id) => {
    const timer = timers.find(({ deadline }) => deadline === id)
    return [coded(id), texts[id] ? both(texts[id].text) : '', timer ? both(timer.onExpiry) : '']
  })
}

const undo = ({ undo: { steps, restores, blockers } }: EventDefinition): string =>
  [
    table(
      ['Trin · Step', 'Operation', 'Række · Row', 'Hvordan · Policy'],
      steps.map(({ followOn, operation, entity, policy, together }) => [
        followOn === null ? 'hændelsen selv · the event itself' : coded(followOn),
        coded(operation),
        coded(entity),
        together ? 'sammen med hændelsen · together with the event' : policy,
      ]),
    ),
    list(restores.map((text) => `Giver tilbage · Restores: ${both(text)}`)),
    list(blockers.map(({ text }) => `Spærret, når · Blocked when: ${both(text)}`)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
