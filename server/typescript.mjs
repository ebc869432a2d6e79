// Lets Node.js run this project's TypeScript as it is: `node --import ./server/typescript.mjs server/src/main.ts`.
// Types are taken off file by file when they are loaded, and nothing else is changed: what a bundler or a loader adds to every
// function to keep its name costs the billing engine two fifths of its speed.
import module from 'node:module';
import { load } from './typescript-loader.mjs';

process.setSourceMapsEnabled(true);
// Node.js 22.15 and later; the older way warns on newer versions that it will go.
if (module.registerHooks) module.registerHooks({ load });
else module.register('./typescript-loader.mjs', import.meta.url);
