// Where a file stands: its layer, its domain, and whether it is pure, a test, or outside the shipped program.

/** From the bottom up; each may import itself and those before it. `entry` is main, cli and its commands. */
export const layers = ['kernel', 'platform', 'domains', 'adapters', 'api', 'entry', 'outside'] as const;
export type Layer = (typeof layers)[number];

export interface Place {
  readonly layer: Layer;
  readonly domain: string | null;
  /** In `kernel/` or in a domain's or an adapter's `core/`. */
  readonly pure: boolean;
  readonly test: boolean;
}

/** Main, cli and what stands beside them. */
const entryFile = /^server\/src\/[^/]+\.ts$/;
const outsideFolders = [
  'server/src/testing/',
  'server/bench/',
  'server/faults/',
  'server/scenarios/',
  'server/bin/',
  'tools/',
  'sdk/',
  'web/',
];

/** Null where the path has no place in the tree. */
export function placeOf(path: string): Place | null {
  const test = /\.test\.tsx?$/.test(path);
  if (outsideFolders.some((folder) => path.startsWith(folder)) || !path.includes('/')) {
    return { layer: 'outside', domain: null, pure: false, test };
  }
  if (path === 'server/src/domains/ladder.ts') return { layer: 'domains', domain: null, pure: true, test };
  if (entryFile.test(path) || path.startsWith('server/src/commands/') || path.startsWith('server/src/demo/'))
    return { layer: 'entry', domain: null, pure: false, test };
  const match = /^server\/src\/(kernel|platform|domains|adapters|api)\/(?:([^/]+)\/)?/.exec(path);
  if (match === null) return null;
  const layer = match[1] as Layer;
  const domain = layer === 'domains' ? (match[2] ?? null) : null;
  if (layer === 'domains' && domain === null) return null;
  return { layer, domain, pure: !test && (layer === 'kernel' || isCore(path)), test };
}

export function isCore(path: string): boolean {
  return path.includes('/core/');
}

/** Code that is part of the program a user runs, tests and test support left out. */
export function isShipped(path: string): boolean {
  return path.startsWith('server/src/') && path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('server/src/testing/');
}
