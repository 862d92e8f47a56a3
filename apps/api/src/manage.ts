import { manage } from './manage/manage.ts'

// One operator's command, on the same environment as the product itself.
process.exitCode = await manage({
  words: process.argv.slice(2),
  environment: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
})
