export { createRegister } from './server.ts'
export type { RegisterOptions, RunningRegister } from './server.ts'
export { demoUser } from './sign-on.ts'
