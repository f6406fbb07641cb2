/**
 * Builds every script and style sheet of `src/entries` into the site, under the name it has here:
 * `src/entries/player.ts` becomes `built/player.js`, `src/entries/look.css` becomes `built/look.css`.
 *
 * Addresses inside what is built are relative and nothing is inlined, so that it can be served from anywhere under a
 * policy that allows no inline script and no `data:` address. A script and a style sheet may share a stem. What lies in
 * `public` is copied as it is. Beside whatever is text lies the same, compressed, which the server hands out where it can.
 */

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = readdirSync(here("src/entries")).filter((name) => /(?<!\.test|\.d)\.ts$|\.css$/u.test(name));

const built = here("../src/lumbar/site/static/built");

export default defineConfig({
  base: "./",
  plugins: [compressed(built)],
  build: {
    outDir: built,
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600, // three.js, fetched only where a figure is shown
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

/** Compresses what was built, once all of it is there. */
function compressed(folder: string): Plugin {
  return {
    name: "compressed",
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!/\.(?:js|css|svg)$/u.test(name)) continue;
        const path = join(folder, name);
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}
