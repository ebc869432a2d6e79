// docs/settings.md says what the program does: its table is written from the declarations. To write it anew, run this test with PRORATA_WRITE_PAGES=yes.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type CountsFor, DEFAULT_SETTINGS, type SettingKey, settingNotes } from './settings.ts';

const PAGE = new URL('../../../../docs/settings.md', import.meta.url);
const TABLE = /^\| setting [\s\S]*?\n\n/m;

it('is the table of docs/settings.md', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toMatch(TABLE);
  if (process.env.PRORATA_WRITE_PAGES === 'yes')
    writeFileSync(
      PAGE,
      page.replace(TABLE, () => `${settingsTable()}\n\n`),
    );
  expect(TABLE.exec(readFileSync(PAGE, 'utf8'))?.[0].trim()).toBe(settingsTable());
});

const scopes = { account: 'seller, account', seller: 'seller' } as const;

const counts: Readonly<Record<CountsFor, string>> = {
  beginning: 'what begins then',
  billing: 'billing days from then',
  first_billing: 'until the first bill',
  action: 'what is done then',
};

function settingsTable(): string {
  const rows = (Object.keys(DEFAULT_SETTINGS) as SettingKey[]).map((key) => {
    const note = settingNotes[key];
    return [
      `\`${key}\``,
      `\`${JSON.stringify(DEFAULT_SETTINGS[key])}\``,
      note.values,
      scopes[note.scope],
      counts[note.counts],
      note.effect,
    ];
  });
  const head = ['setting', 'default', 'other values', 'for', 'counts for', 'effect'];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}
