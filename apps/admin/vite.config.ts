import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env['SAGSGANG_API'] ?? 'http://127.0.0.1:3000'
const worthIt = /\.(?:js|css|html|svg)$/

/** A compressed twin beside each file, so that nothing is compressed while somebody waits. */
const compressedTwins: Plugin = {
  name: 'compressed-twins',
  apply: 'build',
  writeBundle: async ({ dir = 'dist' }) => {
    const files = await readdir(dir, { recursive: true })
    for (const file of files.filter((name) => worthIt.test(name))) {
      const bytes = await readFile(join(dir, file))
      await writeFile(join(dir, `${file}.br`), brotliCompressSync(bytes))
      await writeFile(join(dir, `${file}.gz`), gzipSync(bytes))
    }
  },
}

export default defineConfig({
  plugins: [react(), compressedTwins],
  // Fonts stay files: a data: address would need a wider content security policy.
  build: { outDir: 'dist', assetsInlineLimit: 0, target: 'es2023', chunkSizeWarningLimit: 700 },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/trpc': api, '/health': api } },
})
