import type { EventDefinition, Facts, Finding, Layer, Rule } from './define-event.ts'
import { malformedFields, missingFields } from './rules/field-findings.ts'

/** One layer's findings: the next is judged only when this one has no error. */
type LayerOfRules = () => readonly Finding[]

/** What the form shows by itself, before anybody is looked up. */
export function checkForm(definition: EventDefinition, facts: Facts): readonly Finding[] {
  return judge([
    () => [
      ...missingFields(definition, facts, 'form'),
      ...malformedFields(definition, facts),
      ...raised(definition, facts, 'syntactic'),
    ],
    () => raised(definition, facts, 'cross-field', (rule) => !rule.readsRegister),
  ])
}

/** What the looked-up register shows; the form's own findings stand beside these. */
export function checkRegister(definition: EventDefinition, facts: Facts): readonly Finding[] {
  return judge([
    () => raised(definition, facts, 'cross-field', (rule) => rule.readsRegister),
    () => raised(definition, facts, 'authority'),
    () => [
      ...missingFields(definition, facts, 'register'),
      ...raised(definition, facts, 'register'),
    ],
    () => raised(definition, facts, 'date'),
  ])
}

function judge(layers: readonly LayerOfRules[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const layer of layers) {
    findings.push(...layer())
    if (findings.some(({ severity }) => severity === 'error')) break
  }
  return findings
}

function raised(
  definition: EventDefinition,
  facts: Facts,
  layer: Layer,
  isMeant: (rule: Rule) => boolean = () => true,
): readonly Finding[] {
  return definition.rules
    .filter((rule) => rule.layer === layer && isMeant(rule) && rule.isRaised(facts))
    .map((rule) => toFinding(rule, facts))
}

function toFinding(rule: Rule, facts: Facts): Finding {
  const { id, severity, fields, message, declaration } = rule
  const people = rule.peopleMeant?.(facts) ?? []
  return {
    rule: id,
    severity,
    fields,
    message,
    ...(declaration && { declaration }),
    ...(people.length > 0 && { people }),
  }
}
