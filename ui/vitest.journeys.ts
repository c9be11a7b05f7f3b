// The browser journeys: each file drives Chromium against its own bridge, one after the other. They
// lie outside this folder, so what they import is looked for here.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = (path: string) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: packages('.vite'),
  resolve: {
    alias: {
      'axe-core': packages('axe-core/axe.js'),
      'playwright-core': packages('playwright-core/index.mjs'),
      vitest: packages('vitest/dist/index.js'),
    },
  },
  test: {
    include: ['tests/journeys/**/*.journey.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    expect: { poll: { timeout: 15_000 } },
  },
});
