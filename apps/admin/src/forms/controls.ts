import type { ComponentType } from 'react'

import { CodeControl, FlagControl } from './choice-controls.tsx'
import type { ControlProps } from './control-props.ts'
import { DateControl } from './date-control.tsx'
import type { Control } from './field-values.ts'
import { HoldersControl } from './holders-control.tsx'
import { ReferenceControl } from './reference-control.tsx'
import { LinesControl, PnrControl, TextControl } from './text-controls.tsx'

/** One control per type of field: a new type does not compile until it has one. */
export const controls: Readonly<Record<Control, ComponentType<ControlProps>>> = {
  pnr: PnrControl,
  pnrList: LinesControl,
  holderList: HoldersControl,
  date: DateControl,
  time: TextControl,
  flag: FlagControl,
  code: CodeControl,
  authority: CodeControl,
  country: CodeControl,
  number: TextControl,
  name: TextControl,
  text: TextControl,
  lines: LinesControl,
  reference: ReferenceControl,
}
