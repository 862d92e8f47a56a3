import { developmentProfile, type Profile } from '@sagsgang/gctp'

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
import type { Room } from './updates/dialogue.ts'
import { endWhatIsDue } from './updates/planned-ends.ts'
import { releaseWaiting } from './updates/saving.ts'
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
  /** Whatever was still to come never happens. */
  close(): void
}

export interface RegisterParts {
  readonly disk: Disk
  readonly real: () => number
  readonly services: FindService
  readonly logAccess: (line: AccessLine) => void
  readonly size: Partial<PopulationSize>
  /** How a token is made; by chance where nobody says. */
  readonly newToken?: () => string
  /** The words that it speaks in and the time it waits for; the development profile's where nobody says. */
  readonly profile?: Profile | undefined
}

interface Late {
  readonly due: number
  readonly act: () => void
}

const populate = (size: Partial<PopulationSize>, today: string): Image =>
  createPopulation({ ...defaultPopulation, ...size }, today, demoAccount)

function loadOrSeed({ disk, real, size }: RegisterParts): Image {
  const image = disk.load() ?? populate(size, danishDate(real()))
  // Starting anew from one image keeps the log as short as one day's work.
  disk.replace(image)
  return image
}

/** Acts that wait for the register's clock. */
function createAgenda(now: () => number) {
  let late: readonly Late[] = []
  const runDue = (): void => {
    const due = late.filter((one) => one.due <= now())
    late = late.filter((one) => one.due > now())
    for (const { act } of due) act()
  }
  const add = (milliseconds: number, act: () => void): void => {
    late = [...late, { due: now() + milliseconds, act }]
    setTimeout(runDue, milliseconds).unref()
  }
  const clear = (): void => {
    late = []
  }
  return { runDue, add, clear }
}

export function createRegisterCore(parts: RegisterParts): Register {
  const { disk, real, services, logAccess, profile = developmentProfile } = parts
  const open = (image: Image): Room => {
    const store = createStore(image, real, (entry) => disk.append(entry))
    const conversations = createConversations(() => store.clock.now(), profile.lapseMinutes)
    return { store, services, conversations }
  }
  let room = open(loadOrSeed(parts))
  let faults = createFaults(noFaults)
  const store = (): Store => room.store
  const desk = createDesk(store, real, parts.newToken)
  const agenda = createAgenda(() => store().clock.now())
  const setFaults = (next: Faults): void => {
    faults = createFaults(next)
    desk.reject(next.rejectSignOn)
  }
  return {
    store,
    endpoint: createEndpoint({ room: () => room, desk, logAccess, profile }),
    faults: () => faults,
    setFaults,
    reset: (size) => {
      // The clock only goes forward: the new people are as of the register's own today.
      const { clock } = store()
      const image = { ...populate(size, clock.today()), clock: clock.state() }
      disk.replace(image)
      agenda.clear()
      setFaults(noFaults)
      room = open(image)
    },
    runDue: () => {
      agenda.runDue()
      endWhatIsDue(store())
      releaseWaiting(store(), services)
    },
    later: agenda.add,
    close: () => {
      agenda.clear()
      disk.close()
    },
  }
}
