import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

import type { DrillReport, Round } from './drill.ts'
import { courses, faults } from './faults.ts'

const page = join(import.meta.dirname, '../../docs/operations/cluster.md')
const begin = '<!-- last result -->'
const end = '<!-- end of last result -->'

export function toTable(report: DrillReport): string {
  const lines = faults.flatMap((fault) => {
    const rounds = report.rounds.filter((round) => round.fault === fault)
    return rounds.length === 0 ? [] : [toLine(courses[fault].saying, rounds)]
  })
  return [
    '| What was done | times | silence, middle | silence, longest | whole again, longest |',
    '|---|---:|---:|---:|---:|',
    ...lines,
    '',
    `${report.cases} cases with ${report.entries} journal entries, ${report.acknowledged} acknowledged commands, ` +
      `${report.repeated} sent again, ${report.unanswered} unanswered; ${report.updates} updates in the register, ` +
      `${report.lostReplies} of them without a reply; ${report.seconds} s in all.`,
    '',
    report.violations.length === 0
      ? '0 lost, 0 duplicate, no promise broken.'
      : report.violations.map(({ id, says }) => `- ${id}: ${says}`).join('\n'),
  ].join('\n')
}

function toLine(saying: string, rounds: readonly Round[]): string {
  const silences = rounds.map(({ silentSeconds }) => silentSeconds).toSorted((a, b) => a - b)
  const middle = silences[Math.floor(silences.length / 2)] ?? 0
  const whole = Math.max(...rounds.map(({ wholeSeconds }) => wholeSeconds))
  const figures = [middle, silences.at(-1) ?? 0, whole].map((figure) => `${figure.toFixed(1)} s`)
  return `| ${saying} | ${rounds.length} | ${figures.join(' | ')} |`
}

/** Puts the table where people look for it. */
export function writeResult(report: DrillReport): void {
  const text = readFileSync(page, 'utf8')
  writeFileSync(page, withResult(text, `${heading()}\n\n${toTable(report)}`))
}

/** The page with this in place of the result before. */
export function withResult(text: string, result: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error('the page has no place for it')
  return `${before}${begin}\n\n${result}\n\n${end}${after}`
}

function heading(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname })
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GiB`
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit.toString().trim()}, one machine of ${machine}:`
}
