import released from '../../golden/released.json' with { type: 'json' }

const versions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = released

/** Whether this was the event's chart in a version that is out: then its journals are kept, and are followed by a test. */
export function isReleasedChart(event: string, fingerprint: string): boolean {
  return Object.values(versions).some((charts) => charts[fingerprint]?.includes(event))
}
