import type { RegisterPort } from '../register-client/register-port.ts'

const caller = {
  actor: { user: 'seed', role: 'service', authority: '0101' },
  purpose: 'adresseringsnavn meddelt i anden kommune',
  caseId: null,
  effectId: null,
}

/**
 * Another municipality writes an addressing name for the same person. A report that got no answer can then be proven
 * neither done nor undone: it stays in doubt until a person decides, and is never sent again by itself.
 */
export async function changeMeanwhile(
  port: RegisterPort,
  pnr: string,
  today: string,
): Promise<void> {
  const update = {
    service: 'ADRNVN-I',
    keys: { PNR: pnr },
    authority: caller.actor.authority,
    data: { MYNKOD: caller.actor.authority, HDTO: today, ADRNVN: 'Sekulin,Asta M' },
  }
  const begun = await port.initiate(caller, update)
  if (begun.type !== 'accepted') throw new Error(`the other change was not begun: ${begun.type}`)
  const valid = await port.validate(caller, begun.dialogue, update)
  if (valid.type !== 'accepted') throw new Error(`the other change was not valid: ${valid.type}`)
  const { answer } = await port.save(port.prepareSave(begun.dialogue, update))
  if (answer.type !== 'accepted') throw new Error(`the other change was not saved: ${answer.type}`)
}
