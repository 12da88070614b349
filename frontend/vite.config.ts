import { defineConfig } from 'vitest/config';

const service = 'http://127.0.0.1:8000';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: { proxy: { '/api': service, '/health': service } },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    css: true,
    setupFiles: ['src/testing/same-cases.ts'],
  },
});
