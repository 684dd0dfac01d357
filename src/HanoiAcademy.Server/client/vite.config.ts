import { defineConfig } from 'vitest/config';

// Relative base: the server may stand under a path of its own, and writes the address of the entry itself (Server/Assets).
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: '../wwwroot/app',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // The Content-Security-Policy allows neither inline script nor data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      input: { site: 'src/site.ts', room: 'src/room.tsx', control: 'src/control.tsx', exercise: 'src/exercise.tsx', hotwash: 'src/hotwash.tsx', replay: 'src/replay.tsx' },
    },
  },
  test: { include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'] },
});
