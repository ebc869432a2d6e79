#!/usr/bin/env node
// The `prorata` command. The program is TypeScript and is run as it is.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli.ts');
