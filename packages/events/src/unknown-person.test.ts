import { expect, test } from 'vitest'

import { catalogue } from './catalogue.ts'
import { checkForm } from './check.ts'
import type { EventDefinition } from './define-event.ts'
import { unknownPnr } from './pnr.ts'
import { emptyView } from './register-view.ts'

function takesUnknown(definition: EventDefinition, field: string): boolean {
  const findings = checkForm(definition, {
    data: { [field]: unknownPnr },
    view: emptyView,
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  })
  return findings.every(({ fields }) => !fields.includes(field))
}

test.each(catalogue)('only a field that says so takes nobody ($id)', (definition) => {
  const fields = definition.fields.filter(({ type }) => type === 'pnr')
  const taking = fields.filter(({ name }) => takesUnknown(definition, name))
  expect(taking).toEqual(fields.filter(({ unknownAllowed }) => unknownAllowed))
})
