import { catalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'

import { maintenanceServices } from '../maintenance/maintenance-service.ts'
import { eventService } from './event-service.ts'
import type { FindService } from './update-service.ts'

const serviceOf = ([first, ...others]: readonly EventDefinition[]) =>
  (first && eventService([first, ...others])) ?? []

const services = new Map(
  [
    ...[...Map.groupBy(catalogue, ({ service }) => service).values()].flatMap(serviceOf),
    ...maintenanceServices,
  ].map((service) => [service.id.toUpperCase(), service]),
)

/** Ids are compared without regard to case. */
export const findUpdateService: FindService = (id) => services.get(id.toUpperCase())
