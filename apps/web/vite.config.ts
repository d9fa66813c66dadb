import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

const library = (path: string) => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

/** The first module waits for the texts, so nothing may import the file that it is in. */
const awaits = /index\.html|src\/main\.tsx/;
const shared = (id: string) => !awaits.test(id);
const manyParts = 28;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  resolve: { alias: { '@domain': library('domain/src'), '@client': library('client') } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What is needed before anything is drawn is one file, what most parts share is another: some hundred
          // small modules, each in a file of its own, would cost more than they hold.
          groups: [
            { name: 'first', tags: ['$initial'], test: shared, priority: 2 },
            { name: 'shared', minShareCount: manyParts, test: shared, priority: 1 },
          ],
        },
      },
    },
  },
});
