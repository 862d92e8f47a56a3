import { z } from 'zod'

// Without this zod tries to write code as it runs, which the content security policy forbids.
z.config({ jitless: true })

export { z }
