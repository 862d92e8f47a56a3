import type { FindService } from './update-service.ts'

export const findUpdateService: FindService = () => undefined
