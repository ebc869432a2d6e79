// The first page: what runs here, and where to go on. It needs nothing but itself.
import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';

export interface FrontPageFacts {
  readonly version: string;
  /** Business time, RFC 3339. */
  readonly time: string;
  /** Whether the clock was moved away from the machine's time. */
  readonly clockMoved: boolean;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; }
.quiet { opacity: .7; }
table { border-collapse: collapse; width: 100%; }
td { padding: .35rem 1rem .35rem 0; border-top: 1px solid #8884; vertical-align: top; }
code { font: .9em ui-monospace, monospace; white-space: nowrap; }
`;

/** The page's one style sheet is named by its hash, so nothing else that gets into the page is ever applied or run. */
export const contentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const COMMANDS: readonly (readonly [string, string])[] = [
  ['npm run prorata -- init', 'makes the provider: who sells, where, in which currency'],
  ['npm run prorata -- import focus FILE', 'brings in a month of cost rows'],
  ['npm run prorata -- bill --as-of DATE --preview', 'shows what would be billed; without --preview it is'],
  ['npm run prorata -- invoices', 'lists what was issued'],
  ['npm run prorata -- --help', 'all commands'],
];

export function frontPage(facts: FrontPageFacts): string {
  const commands = COMMANDS.map(([command, meaning]) => html`<tr><td><code>${command}</code></td><td>${meaning}</td></tr>`);
  const moved = facts.clockMoved ? html` The clock was moved ahead of the machine’s.` : new Html('');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Prorata</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<h1>Prorata</h1>
<p>Turns what was agreed, what changed and what was used into invoices that explain themselves.</p>
<p class="quiet">Version ${facts.version} is running. It is ${facts.time} here.${moved}</p>
<h2>To look at</h2>
<p><a href="/health">/health</a> says whether it works and reaches its database. <a href="/metrics">/metrics</a> has its figures for Prometheus.</p>
<h2>To do, in a terminal beside this server</h2>
<table>${commands}</table>
</body>
</html>
`.text;
}
