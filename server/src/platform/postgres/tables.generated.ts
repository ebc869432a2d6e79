// Written by tools/schema.ts from the migrated database. Do not edit.
export type Tables = Record<string, never>;
