/** Messages come on one line; broken at each element they can be read. Nothing in them is changed. */
export const showWire = (message: string): string => {
  let depth = 0
  return message
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth = Math.max(0, depth - 1)
      const shown = '  '.repeat(depth) + line
      if (opensOnly(line)) depth += 1
      return shown
    })
    .join('\n')
}

const opensOnly = (line: string) =>
  /^<[^/?!]/.test(line) && !line.endsWith('/>') && !line.includes('</')
