const shape = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

const zone = 'Europe/Copenhagen'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const minutesOfDay = (moment: Date): number => {
  const [hours = '0', minutes = '0'] = clock.format(moment).split(':')
  return Number(hours) * 60 + Number(minutes)
}

const day = 24 * 60
const minute = 60_000

/** The next time that clocks in Denmark show it; undefined where it is no time of day. */
export const startAt = (written: string, now: Date): Date | undefined => {
  const [, hours, minutes] = shape.exec(written.trim()) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const wanted = Number(hours) * 60 + Number(minutes)
  const ahead = (wanted - minutesOfDay(now) + day) % day
  const found = new Date(Math.floor(now.getTime() / minute) * minute + (ahead || day) * minute)
  // A night in which the clocks change is an hour shorter or longer.
  const off = wanted - minutesOfDay(found)
  const nearest = off > day / 2 ? off - day : off < -day / 2 ? off + day : off
  return new Date(found.getTime() + nearest * minute)
}
