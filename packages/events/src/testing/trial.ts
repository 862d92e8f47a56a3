import type { CaseDataChange } from '../case-data.ts'
import { checkForm, checkRegister } from '../check.ts'
import type { EventDefinition, Facts, Finding } from '../define-event.ts'
import { emptyView } from '../register-view.ts'
import type { PersonView, RegisterView } from '../register-view.ts'
import { withPerson } from './people.ts'

/** Facts that differ from an event's sound ones in what one rule is about. */
export interface Trial {
  /** The rule's own name inside its event. */
  readonly rule: string
  readonly data?: CaseDataChange
  readonly person?: PersonView
  /** A number that was looked for and not found. */
  readonly nobody?: string
  readonly view?: (view: RegisterView) => RegisterView
  readonly today?: string
  readonly authority?: string
}

export function tried(sound: Facts, trial: Trial): Facts {
  const { person, nobody, view = (same) => same, today, authority } = trial
  const merged = Object.entries({ ...sound.data, ...trial.data })
  const known = person ? withPerson(sound.view, person) : sound.view
  const seen = nobody ? { ...known, people: { ...known.people, [nobody]: null } } : known
  return {
    ...sound,
    data: Object.fromEntries(
      merged.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    view: view(seen),
    today: today ?? sound.today,
    authority: authority ?? sound.authority,
  }
}

/** Both stages, as a case runs them: the register is judged only once the form has no error. */
export function findingsOf(definition: EventDefinition, facts: Facts): readonly Finding[] {
  const form = checkForm(definition, { ...facts, view: emptyView })
  if (form.some(({ severity }) => severity === 'error')) return form
  return [...form, ...checkRegister(definition, facts)]
}

export function rulesRaised(definition: EventDefinition, facts: Facts): readonly string[] {
  return findingsOf(definition, facts).map(({ rule }) => rule.slice(definition.id.length + 1))
}

/** Trials of what every rule about one person says. */
export function personTrials(field: string, person: PersonView, suffix = ''): readonly Trial[] {
  return [
    { rule: `fmt-pnr${suffix}`, data: { [field]: '9913990000' } },
    { rule: `exists${suffix}`, nobody: person.pnr },
    { rule: `valid-pnr${suffix}`, person: { ...person, status: '60' } },
    { rule: `pending${suffix}`, person: { ...person, waiting: true } },
    { rule: `protect${suffix}`, person: { ...person, protected: true } },
  ]
}

/** Whether a rule is raised by a trial and not by the sound facts, whatever else they raise. */
export function verdicts(
  definition: EventDefinition,
  sound: Facts,
  trial: Trial,
): { readonly sound: boolean | undefined; readonly tried: boolean | undefined } {
  const rule = definition.rules.find(({ id }) => id === `${definition.id}.${trial.rule}`)
  return { sound: rule?.isRaised(sound), tried: rule?.isRaised(tried(sound, trial)) }
}

export function ruleNames(definition: EventDefinition): readonly string[] {
  return definition.rules.map(({ id }) => id.slice(definition.id.length + 1)).toSorted()
}
