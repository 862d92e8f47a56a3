import type { PlanView, RowView } from '../plan-view.ts'
import { rowsOf } from './story.ts'
import type { World } from './world.ts'

/** Rows that a plan foretells and the register does not show, as short as they can be told. */
export async function notAsPlanned(world: World, plan: PlanView): Promise<readonly string[]> {
  const told = plan.steps.flatMap(({ after }) => after)
  const missing = await Promise.all(
    told.map(async (row) => ((await isShown(world, row)) ? [] : [inShort(row)])),
  )
  return missing.flat()
}

/** The lines of an address are shown as one. */
const isLine = /^line\d$/

async function isShown(world: World, { person, entity, columns, ...row }: RowView) {
  const rows = await rowsOf(world, person, entity)
  // A number's own row begins with the number, and is looked up by the day of its status.
  const isOwn = entity === 'person'
  return rows.some(
    (shown) =>
      (isOwn || (shown.start === row.start && shown.end === row.end)) &&
      shown.mark === row.mark &&
      Object.entries(columns).every(
        ([column, value]) => isLine.test(column) || (shown[column] ?? null) === value,
      ),
  )
}

function inShort({ entity, columns, start, end, mark }: RowView): string {
  return [entity, start, end, mark, JSON.stringify(columns)].join(' ')
}
