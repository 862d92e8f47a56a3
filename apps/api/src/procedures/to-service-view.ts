import { codesOfField } from '@sagsgang/events'
import type { findService } from '@sagsgang/gctp'

import type {
  ServiceFieldView,
  ServiceKeyView,
  ServiceSummary,
  ServiceView,
} from '../catalogue-view.ts'

type Description = NonNullable<ReturnType<typeof findService>>

export function toServiceSummary({ id, name, kind, keys }: Description): ServiceSummary {
  return {
    service: id,
    name,
    kind,
    keys: keys.map((key) => toServiceField(key, key.required)),
  }
}

export function toServiceView(description: Description): ServiceView {
  return {
    ...toServiceSummary(description),
    keys: description.keys.map(toServiceKey),
    input: description.input.map((field) => toServiceField(field, false)),
    output: description.output.map((field) => toServiceField(field, false)),
  }
}

function toServiceKey(key: Description['keys'][number]): ServiceKeyView {
  const options = codesOfField(key)?.map(({ code, name }) => ({ code, name }))
  const field = toServiceField(key, key.required)
  return options === undefined ? field : { ...field, options }
}

function toServiceField(
  { code, name, format }: Description['input'][number],
  required: boolean,
): ServiceFieldView {
  return { code, name, format, required }
}
