import { catalogue } from '@sagsgang/events'

import { maintenanceServices } from '../maintenance/maintenance-service.ts'
import { eventService } from './event-service.ts'
import type { FindService } from './update-service.ts'

const services = new Map(
  [
    ...catalogue.flatMap((definition) => eventService(definition) ?? []),
    ...maintenanceServices,
  ].map((service) => [service.id.toUpperCase(), service]),
)

/** Ids are compared without regard to case. */
export const findUpdateService: FindService = (id) => services.get(id.toUpperCase())
