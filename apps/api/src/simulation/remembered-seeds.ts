/**
 * Worlds in which something was once wrong, each with what it was. A statement more or less and another world is drawn for a
 * seed: they are kept as cheap guesses at where it hurts, and each mended fault has a test of its own besides.
 */
export const rememberedSeeds = [
  { seed: 199, was: 'a sibling was taken for the newborn' },
  { seed: 244, was: 'a later report was held against a birth' },
  { seed: 251, was: 'a world went on for a month' },
  { seed: 323, was: 'a newborn was not known by number' },
] as const
