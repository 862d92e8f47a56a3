import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isOfStatus, isPlain, startOf } from '../who.ts'

/** Whose spouse the register has no number for: nobody's death tells of it. */
export const widowhood = sample({
  event: 'widowhood',
  by: 'caseworker',
  cast: (find) => ({
    survivor: find(
      all(isPlain, isOfStatus('G'), (one) => columnOf(one, 'civilStatus', 'spouseName') !== ''),
    ),
  }),
  others: (look) => ({
    married: look(all(isPlain, inAalborg, isOfStatus('G'), (one) => one.spouse()?.status === '01')),
    divorced: look(all(isPlain, isOfStatus('F'))),
  }),
  form: ({ survivor }, day) => ({
    personnummer: survivor.pnr,
    spouseName: columnOf(survivor, 'civilStatus', 'spouseName'),
    deathDate: day(-3),
    documentation: 'Attest de décès 2026-4',
    authority: '0851',
  }),
  leaves: ({ survivor }, day) => [
    [survivor, { civilStatus: { civilStatus: 'E', start: day(-3) } }],
  ],
  trials: [
    {
      rule: 'spouse-dead',
      form: ({ married }) => ({
        personnummer: married.pnr,
        spousePersonnummer: married.spouse()?.pnr ?? '',
      }),
    },
    { rule: 'civ', form: ({ married }) => ({ personnummer: married.pnr }) },
    {
      rule: 'divorced-first',
      also: ['civ'],
      form: ({ divorced }) => ({
        personnummer: divorced.pnr,
        deathDate: addDays(startOf(divorced, 'civilStatus'), 10),
      }),
    },
  ],
  again: [{ rule: 'civ' }],
})
