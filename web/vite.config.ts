/**
 * Builds every script and style sheet of `src/entries` into the site, under the name it has here:
 * `src/entries/player.ts` becomes `built/player.js`, `src/entries/look.css` becomes `built/look.css`.
 *
 * Addresses inside what is built are relative and nothing is inlined, so that it can be served from anywhere under a
 * policy that allows no inline script and no `data:` address. A script and a style sheet may share a stem. What lies in
 * `public` is copied as it is.
 */

import { readdirSync } from "node:fs";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = readdirSync(here("src/entries")).filter((name) => /(?<!\.test|\.d)\.ts$|\.css$/u.test(name));

export default defineConfig({
  base: "./",
  build: {
    outDir: here("../src/lumbar/site/static/built"),
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((name) => [key(name), here(`src/entries/${name}`)])),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "parts/[name]-[hash].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});

function key(name: string): string {
  const { name: stem, ext } = parse(name);
  return ext === ".css" ? `${stem}.css` : stem;
}
