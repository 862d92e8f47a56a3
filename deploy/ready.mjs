/** Exit code 0 where this process answers that it is ready; asked by the container it runs in. */
const port = process.env['PORT'] ?? '3000'
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
process.exitCode = answer?.ok === true ? 0 : 1
