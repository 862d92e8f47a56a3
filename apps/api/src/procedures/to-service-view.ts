import type { ServiceDescription } from '@sagsgang/gctp'

import type { ServiceFieldView, ServiceSummary, ServiceView } from '../catalogue-view.ts'
import { toServiceKey } from './key-view.ts'
import { lookUpPlaceOf } from './look-up-groups.ts'
import { mayTellUnmarked } from './veil.ts'

export function toServiceSummary(description: ServiceDescription): ServiceSummary {
  const { id, name, kind, keys } = description
  const listed = lookUpPlaceOf(description)
  return {
    service: id,
    name,
    kind,
    keys: keys.map((key) => toServiceField(key, key.required)),
    ...(listed !== undefined && { listed }),
  }
}

export function toServiceView(description: ServiceDescription): ServiceView {
  return {
    ...toServiceSummary(description),
    keys: description.keys.map(toServiceKey),
    needs: needs[description.id] ?? [],
    calls: mostCalls(description),
    input: description.input.map((field) => toServiceField(field, false)),
    output: description.output.map((field) => toServiceField(field, false)),
  }
}

function toServiceField(
  { code, name, format }: ServiceDescription['input'][number],
  required: boolean,
): ServiceFieldView {
  return { code, name, format, required }
}

const road = ['VEJK', 'VNVN']
const area = ['KOMK', 'POST']

/** The register refuses these where none of several keys is given; no key by itself is required. */
const needs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ADRSOG1: [road, area],
  ADRSOG2: [road, area],
  MYNHJLP: [['MYNKOD', 'MYNNVN']],
  POSTHJLP: [['POST', 'POSTNVN']],
  VEJHJLP: [area],
  VEJSOG1: [['KOMK', 'SOGN', 'POST', 'BYNVN']],
}

/** Base data are asked besides where an answer does not say by itself whether its person is protected. */
function mostCalls(description: ServiceDescription): number {
  const isOfPerson = description.keys.some(({ code }) => code === 'PNR')
  return isOfPerson && mayTellUnmarked(description) ? 2 : 1
}
