import { killsIn } from './mishaps.ts'
import type { ChaosReport } from './run.ts'

/** What was done, what was done meanwhile, and what did not hold, as a table to read. */
export function toTable(report: ChaosReport): string {
  const { harm, applied, doubts, violations } = report
  const { kills } = harm
  const rows = [
    ['Killed', String(killsIn(harm)), listed(kills)],
    [
      'Frozen',
      String(harm.freezes),
      `workers, ${harm.leasesLost} of them until their leases were taken over, for up to ${harm.longestFreezeSeconds.toFixed(1)} s`,
    ],
    ['Changes of what the register does wrong', String(harm.faults), ''],
    ['Cases', String(sum(report.cases)), listed(report.cases)],
    ['Of these stuck, for a person to look at', String(sum(report.stuck)), listed(report.stuck)],
    ['Entries in their journals', String(report.entries), ''],
    [
      'Updates in the register',
      String(applied.sent + applied.lost),
      `${applied.lost} of them unheard`,
    ],
    [
      'Saves that got no answer',
      String(doubts.proven + doubts.absent),
      `${doubts.proven} looks proved it applied, ${doubts.absent} did not find it, ${doubts.decided} a person decided`,
    ],
    [
      'Orders that were answered',
      String(report.acknowledged),
      `${report.repeated} times asked again elsewhere, ${report.doubled} sent to two at once, ${report.unanswered} given up`,
    ],
    ['Time', `${report.seconds} s`, `at rest ${report.restSeconds} s after the last kill`],
    ...Object.entries(promises).map(([id, says]) => {
      const broken = violations.filter((one) => one.id === id)
      return [says, `**${broken.length}**`, '']
    }),
  ]
  const lines = [['', '', ''], ['---', '---:', '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const promises: Readonly<Record<ChaosReport['violations'][number]['id'], string>> = {
  lost: 'Answered orders that were lost',
  duplicate: 'Updates made twice',
  untrue: 'Cases that say of the register what is not so',
  doubt: 'Doubts left to a person though the register was clear',
  gap: 'Gaps in a journal',
  replay: 'Cases that are not where their journal leads',
  unrest: 'Cases that neither ended nor wait for anybody',
  audit: 'Breaks in the chain of the audit log',
  fall: 'Processes that ended by themselves',
  leak: 'Processes that wrote a personal number',
  store: 'What the check of the store found',
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
