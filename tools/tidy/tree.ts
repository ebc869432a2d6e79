// A project as a map from path to text. Rules read this and nothing else, so that each can also be shown a tree with a planted fault.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths are relative to the project's root, with forward slashes. Files that are not text map to an empty string. */
export type Tree = ReadonlyMap<string, string>;

export interface Violation {
  readonly path: string;
  /** Counted from 1; 0 where the whole file or folder is meant. */
  readonly line: number;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  /** Why the project wants this: printed when the rule fails. */
  readonly reason: string;
  readonly check: (tree: Tree) => Violation[];
  /** Trees that break the rule, each with the path the rule must name: they show that the rule can fail. */
  readonly planted: readonly { readonly at: string; readonly files: Readonly<Record<string, string>> }[];
  /** A tree near the fault that is in order: it shows that the rule does not fire at everything. */
  readonly allowed: Readonly<Record<string, string>>;
}

const skippedFolders = new Set(['node_modules', '.git', 'data', 'dist', 'coverage']);
const textFile = /(?:\.(?:tsx?|css|js|json|md|sql|typ|ya?ml|txt|sh|csv)|\/run|LICENSE|\.gitignore)$/;

export function readTree(root: string): Tree {
  const files = new Map<string, string>();
  collect(root, '', files);
  return files;
}

export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

function collect(root: string, folder: string, files: Map<string, string>): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) collect(root, path, files);
    } else if (entry.isFile()) {
      files.set(path, textFile.test(`/${path}`) ? readFileSync(join(root, path), 'utf8') : '');
    }
  }
}
