#!/usr/bin/env node
// The `prorata` command. The program is TypeScript and is run as it is.
import '../typescript.mjs';

await import('../src/cli.ts');
