import { catalogue, findDefinition, maintenanceCatalogue } from '@sagsgang/events'
import { findService, listReceipts, serviceDescriptions } from '@sagsgang/gctp'
import { z } from 'zod'

import type {
  DrawnChart,
  EventSummary,
  EventView,
  ReceiptView,
  ServiceSummary,
  ServiceView,
} from '../catalogue-view.ts'
import { refuse } from '../errors.ts'
import { dataTypes } from '../history/data-types.ts'
import { operationsOf } from '../history/operations.ts'
import type { DataTypeView } from '../register-view.ts'
import { drawChart } from './draw-chart.ts'
import { eventId } from './inputs.ts'
import { toEventSummary, toEventView } from './to-event-view.ts'
import { toReceiptView } from './to-receipt-view.ts'
import { toServiceSummary, toServiceView } from './to-service-view.ts'
import { procedureFor, router } from './trpc.ts'

const read = procedureFor('catalogue.read')
const oneEvent = z.strictObject({ event: eventId })
const oneChart = oneEvent.extend({ detail: z.enum(['all', 'overview']).optional() })
const oneService = z.strictObject({ service: z.string().min(1).max(30) })
const nothing = z.strictObject({}).nullish()

/** What there is: the same for everybody, and it changes only with a new version of the product. */
export const catalogueRouter = router({
  events: read
    .input(nothing)
    .query(({ ctx }): readonly EventSummary[] =>
      catalogue.map((definition) => toEventSummary(definition, ctx.actor)),
    ),
  maintenance: read
    .input(nothing)
    .query(({ ctx }): readonly EventSummary[] =>
      maintenanceCatalogue.map((definition) => toEventSummary(definition, ctx.actor)),
    ),
  dataTypes: read.input(nothing).query(({ ctx }): readonly DataTypeView[] =>
    dataTypes.map((dataType) => ({
      id: dataType.id,
      name: dataType.name,
      operations: operationsOf(dataType, ctx.actor),
    })),
  ),
  event: read
    .input(oneEvent)
    .query(({ ctx, input }): EventView => toEventView(getEvent(input.event), ctx.actor)),
  chart: read
    .input(oneChart)
    .query(({ input }): Promise<DrawnChart> => drawChart(getEvent(input.event), input.detail)),
  receipts: read
    .input(nothing)
    .query((): readonly ReceiptView[] => listReceipts().map(toReceiptView)),
  services: read
    .input(nothing)
    .query((): readonly ServiceSummary[] => serviceDescriptions.map(toServiceSummary)),
  service: read.input(oneService).query(({ input }): ServiceView => {
    const description = findService(input.service)
    if (description === undefined) throw refuse('serviceNotFound')
    return toServiceView(description)
  }),
})

function getEvent(id: string) {
  const definition = findDefinition(id)
  if (definition === undefined) throw refuse('eventNotFound')
  return definition
}
