import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['SAGSGANG_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react()],
  // Fonts stay files: a data: address would need a wider content security policy.
  build: { outDir: 'dist', assetsInlineLimit: 0, target: 'es2023', chunkSizeWarningLimit: 700 },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/trpc': api, '/health': api } },
})
