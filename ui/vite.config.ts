// How the view is built: one script, one stylesheet, the kernel's own font files; nothing inline,
// so that the strict content security policy holds.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/crates/scene/fonts'] } },
  build: {
    target: ['safari16', 'chrome111'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
