// What the rules ask of one TypeScript file: its syntax tree, its imports, its functions. Only parsing, no type checker, so it stays fast.
import ts from 'typescript';
import type { Tree } from './tree.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased when run: `import type`, or every name in it marked so. */
  readonly typeOnly: boolean;
  /** Named by `new URL(…, import.meta.url)`: started as a process or thread of its own, not loaded into this one. */
  readonly started: boolean;
}

/** Most rules ask for imports, and parsing is most of the work: both are done once a file. */
const imported = new WeakMap<ts.SourceFile, readonly Import[]>();
const parsed = new Map<string, { readonly text: string; readonly source: ts.SourceFile }>();

export function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known !== undefined && known.text === text) return known.source;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  parsed.set(path, { text, source });
  return source;
}

export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

/** Every TypeScript file of the tree for which `wanted` holds, parsed. */
export function sources(tree: Tree, wanted: (path: string) => boolean = () => true): { path: string; source: ts.SourceFile }[] {
  const found: { path: string; source: ts.SourceFile }[] = [];
  for (const [path, text] of tree) {
    if (isTypeScript(path) && wanted(path)) found.push({ path, source: parse(path, text) });
  }
  return found;
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Static imports and re-exports, `import('…')`, `import type('…')` and files named by `new URL('./…', import.meta.url)`. */
export function importsOf(source: ts.SourceFile): readonly Import[] {
  const known = imported.get(source);
  if (known !== undefined) return known;
  const imports: Import[] = [];
  walk(source, (node) => {
    const found = importAt(node);
    if (found !== null) imports.push({ ...found, line: lineOf(source, node), started: ts.isNewExpression(node) });
  });
  imported.set(source, imports);
  return imports;
}

function importAt(node: ts.Node): { specifier: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier, isErasedImport(node));
  if (ts.isExportDeclaration(node)) return literal(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal, true) : null;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return literal(node.arguments[0], false);
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url') {
    const named = literal(node.arguments[0], false);
    return named !== null && /^\.{1,2}\/.*\.ts$/.test(named.specifier) ? named : null;
  }
  return null;
}

function isErasedImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((name) => name.isTypeOnly)
  );
}

function literal(node: ts.Node | undefined, typeOnly: boolean): { specifier: string; typeOnly: boolean } | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : null;
}

/** The path a relative import means: `./b.ts` in `a/c.ts` is `a/b.ts`. Null for a package or a built-in module. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
