import type { Fields, Reply, UpdateRequest } from '../message.ts'
import { developmentProfile, type Profile } from '../profile.ts'
import { findService } from '../services/catalogue.ts'
import { toInitiateAnswer, toLookUpAnswer, toSaveAnswer, toValidateAnswer } from './answers.ts'
import type { Heard } from './caller.ts'
import type {
  Dialogue,
  InitiateAnswer,
  LookUpAnswer,
  SaveAnswer,
  Update,
  ValidateAnswer,
} from './contract.ts'

/** Who answers without bytes; a save may come to nothing that anybody hears. */
export interface Speaker {
  lookUp(service: string, keys: Fields): Reply
  update(request: UpdateRequest): Reply
  /** The save call: its reply, or none. */
  save(request: UpdateRequest): Reply | null
}

/** What a client of the register says and hears, when both sit in one process. */
export interface BareClient {
  lookUp(service: string, keys: Fields): LookUpAnswer
  initiate(update: Update): InitiateAnswer
  validate(dialogue: Dialogue, update: Update): ValidateAnswer
  save(dialogue: Dialogue, update: Update): SaveAnswer
}

const heard = (reply: Reply): Heard => ({ type: 'heard', reply })

export function createBareClient(
  speaker: Speaker,
  profile: Profile = developmentProfile,
): BareClient {
  return {
    lookUp: (service, keys) =>
      toLookUpAnswer(heard(speaker.lookUp(service, keys)), { profile, findService }),
    initiate: (update) => {
      const request = { ...requestOf(update, null), action: null, data: {} }
      return toInitiateAnswer(heard(speaker.update(request)), update, profile)
    },
    validate: (dialogue, update) =>
      toValidateAnswer(heard(speaker.update(requestOf(update, dialogue))), profile),
    save: (dialogue, update) => {
      const reply = speaker.save({ ...requestOf(update, dialogue), action: 'save' })
      return toSaveAnswer(
        reply === null ? { type: 'broken', reason: 'transport' } : heard(reply),
        profile,
      )
    },
  }
}

function requestOf(update: Update, dialogue: Dialogue | null): UpdateRequest {
  const { service, keys, authority } = dialogue ?? update
  const { data, tables, wait } = update
  return {
    type: 'update',
    service,
    keys,
    authority,
    action: 'validate',
    dialogue: dialogue?.timestamp ?? null,
    data,
    ...(tables !== undefined && { tables }),
    ...(wait !== undefined && { wait }),
  }
}
