import { createClient, type Client, type Fields } from '@sagsgang/gctp'

/** Rows put right and undone over the wire, so that there are some of every kind that lookups mark. */

interface Slip {
  readonly entity: string
  /** The lookup that tells the key of a row, and the code under which it does. */
  readonly told: readonly [service: string, timestamp: string]
  /** Correct (-R) or undo (-F). */
  readonly service: string
  readonly data?: Fields
}

const slips: readonly Slip[] = [
  { entity: 'address', told: ['ADRESSE3', 'TIMSTP'], service: 'ADR-R', data: { CONVN: 'Rettet' } },
  {
    entity: 'name',
    told: ['NAVNE3', 'CNVN_TIMSTP'],
    service: 'NAVN-R',
    data: { FORNVN: 'Rettet' },
  },
  { entity: 'civilStatus', told: ['CIVIL1', 'CCIV_TIMSTP'], service: 'CIV-F' },
  { entity: 'church', told: ['FKIRKE1', 'CFKI_TIMSTP'], service: 'FKIRKE-F' },
  {
    entity: 'birthRegistration',
    told: ['FODSTED1', 'CFOE_TIMSTP'],
    service: 'FODSTD-R',
    data: { FOEDMYNTXT: 'Rettet sogn' },
  },
  { entity: 'municipalCondition', told: ['KOMFORH1', 'CKOM_TIMSTP'], service: 'KOMFOR-F' },
  { entity: 'protection', told: ['BESKYT1', 'CBSK_TIMSTP'], service: 'PERS-F' },
  { entity: 'separation', told: ['SEP1', 'CSEP_TIMSTP'], service: 'SEP-F' },
  { entity: 'citizenship', told: ['STATBOR1', 'CSTB_TIMSTP'], service: 'STATB-F' },
]

/** Reports for any authority. */
const office = '0001'

async function stampOf(client: Client, pnr: string, [service, code]: Slip['told']) {
  const answer = await client.lookUp(service, { PNR: pnr })
  if (answer.type !== 'found') throw new Error(`${service} was not answered`)
  const [role] = answer.roles
  const fields = role?.tables[0]?.rows[0]?.fields ?? role?.fields
  return fields?.[code]?.value ?? ''
}

async function mark(client: Client, pnr: string, { told, service, data = {} }: Slip) {
  const keys = { PNR: pnr, TIMSTP: await stampOf(client, pnr, told) }
  const update = { service, keys, authority: office, data }
  const begun = await client.initiate(update)
  if (begun.type !== 'accepted') throw new Error(`${service}: ${JSON.stringify(begun)}`)
  await client.validate(begun.dialogue, update)
  const { type } = await client.save(client.prepareSave(begun.dialogue, update))
  if (type !== 'accepted') throw new Error(`${service} was ${type}`)
}

/** Marks one row of each kind on whoever has them; says of whom by kind. */
export async function markRows(
  register: string,
  personWith: (entity: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const client = createClient({
    url: `${register}/cpr-online-gctp/gctp`,
    user: 'WTST0001',
    password: 'Hemmelig-1',
  })
  const marked = new Map<string, string>()
  for (const slip of slips) {
    const pnr = personWith(slip.entity)
    await mark(client, pnr, slip)
    marked.set(slip.entity, pnr)
  }
  await client.close()
  return marked
}
