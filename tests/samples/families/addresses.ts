import type { Family } from '../../src/proof/play-family.ts'
import { contactAddressCessation } from '../events/contact-address-cessation.ts'
import { contactAddress } from '../events/contact-address.ts'
import { euElectionAddressCessation } from '../events/eu-election-address-cessation.ts'
import { euElectionAddress } from '../events/eu-election-address.ts'
import { move } from '../events/move.ts'
import { relocationOrderLifting } from '../events/relocation-order-lifting.ts'
import { relocationOrder } from '../events/relocation-order.ts'
import { supplementaryAddressCessation } from '../events/supplementary-address-cessation.ts'
import { supplementaryAddress } from '../events/supplementary-address.ts'

export const addresses: Family = {
  name: 'addresses',
  samples: [
    move,
    relocationOrder,
    relocationOrderLifting,
    supplementaryAddress,
    contactAddress,
    supplementaryAddressCessation,
    contactAddressCessation,
    euElectionAddress,
    euElectionAddressCessation,
  ],
}
