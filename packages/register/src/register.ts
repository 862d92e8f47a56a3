import { danishDate } from './dates.ts'
import type { FaultSource, Faults } from './faults.ts'
import { createFaults, noFaults } from './faults.ts'
import { createEndpoint } from './gctp-endpoint.ts'
import type { AccessLine, Endpoint } from './gctp-endpoint.ts'
import { defaultPopulation, createPopulation } from './people/population.ts'
import type { PopulationSize } from './people/population.ts'
import type { Disk } from './persistence.ts'
import { createDesk, demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Image, Store } from './store.ts'
import { createConversations } from './updates/conversation.ts'
import { createDialogues } from './updates/dialogue.ts'
import type { Dialogues } from './updates/dialogue.ts'
import type { FindService } from './updates/update-service.ts'

/** The register itself, without HTTP. */
export interface Register {
  readonly store: () => Store
  readonly endpoint: Endpoint
  readonly faults: () => FaultSource
  setFaults(faults: Faults): void
  reset(size: Partial<PopulationSize>): void
  /** Does what has fallen due: late saves, waiting data. */
  runDue(): void
  /** Carries something out once the register's clock has passed so many milliseconds. */
  later(milliseconds: number, act: () => void): void
}

export interface RegisterParts {
  readonly disk: Disk
  readonly real: () => number
  readonly services: FindService
  readonly logAccess: (line: AccessLine) => void
  readonly size: Partial<PopulationSize>
}

interface Late {
  readonly due: number
  readonly act: () => void
}

function loadOrSeed({ disk, real, size }: RegisterParts): Image {
  const kept = disk.load()
  const today = danishDate(real())
  const image = kept ?? createPopulation({ ...defaultPopulation, ...size }, today, demoAccount)
  // Starting anew from one image keeps the log as short as one day's work.
  disk.replace(image)
  return image
}

export function createRegisterCore(parts: RegisterParts): Register {
  const { disk, real, services } = parts
  const open = (image: Image) => {
    const store = createStore(image, real, disk.append)
    const conversations = createConversations(() => store.clock.now())
    return { store, dialogues: createDialogues({ store, services, conversations }) }
  }
  let world: { readonly store: Store; readonly dialogues: Dialogues } = open(loadOrSeed(parts))
  let faults = createFaults(noFaults)
  let late: readonly Late[] = []
  const store = (): Store => world.store
  const desk = createDesk(store, real)
  const runDue = (): void => {
    const now = store().clock.now()
    const due = late.filter((one) => one.due <= now)
    late = late.filter((one) => one.due > now)
    for (const { act } of due) act()
    if (store().waiting().length > 0) world.dialogues.releaseWaiting()
  }
  return {
    store,
    endpoint: createEndpoint({
      store,
      desk,
      dialogues: () => world.dialogues,
      logAccess: parts.logAccess,
    }),
    faults: () => faults,
    setFaults: (next) => {
      faults = createFaults(next)
      desk.reject(next.rejectSignOn)
    },
    reset: (size) => {
      // The clock only goes forward: the new people are as of the register's own today.
      const { clock } = store()
      const fresh = createPopulation({ ...defaultPopulation, ...size }, clock.today(), demoAccount)
      const image = { ...fresh, clock: clock.state() }
      disk.replace(image)
      late = []
      faults = createFaults(noFaults)
      desk.reject(false)
      world = open(image)
    },
    runDue,
    later: (milliseconds, act) => {
      const now = store().clock.now()
      late = [...late, { due: now + milliseconds, act }]
      setTimeout(runDue, milliseconds).unref()
    },
  }
}
