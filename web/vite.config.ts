// How the web becomes files: one page, scripts that are fetched when a page needs them, and each file compressed beside itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compressible = /\.(?:js|css|svg|json|woff)$/;

/** The server sends these as they are; nothing is compressed again for each visitor. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const folder = here('dist/assets');
    for (const name of readdirSync(folder).filter((one) => compressible.test(one))) {
      const file = join(folder, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [react(), compressed],
  resolve: { alias: { '@prorata/sdk': here('../sdk/src/index.ts') } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // Nothing is written into the page itself: its policy would not run or show it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // All areas of one language are one file: a page asks for its language once.
        codeSplitting: { groups: [{ name: (id) => /\/messages\/([a-z]+)\//.exec(id)?.[1] ?? null, test: /\/src\/messages\// }] },
      },
    },
  },
  server: { proxy: { '/v1': 'http://localhost:3000' } },
});
