import { catalogue } from '@sagsgang/events'

import { both, coded, page, table } from './markdown.ts'

/** All events on one page. */
export const indexPage = (): string =>
  page([
    '# Hændelser · Events',
    'Skrevet af kataloget med `pnpm reference`. · *Written from the catalogue by `pnpm reference`.*',
    table(
      [
        'Hændelse · Event',
        'id',
        'GCTP',
        'Felter · Fields',
        'Regler · Rules',
        'Følger · Follow-ons',
      ],
      catalogue.map(({ id, name, service, fields, rules, followOns }) => [
        `[${both(name)}](events/${id}.md)`,
        coded(id),
        coded(service),
        String(fields.length),
        String(rules.length),
        String(followOns.length),
      ]),
    ),
  ])
