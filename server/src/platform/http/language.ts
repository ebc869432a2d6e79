// In which language a caller is answered: the one his request asks for, else his own, else his seller's; English where none of them is shipped.
import { errorLanguages } from '../i18n/error-texts.ts';
import type { Principal } from './principal.ts';

const MOST_WISHES = 20;

export function chooseLanguage(header: string | undefined, principal: Principal | undefined): string {
  const own = principal === undefined || principal.kind === 'nobody' ? [] : [principal.language, principal.seller.language];
  for (const wish of [...wishes(header ?? ''), ...own]) {
    const language = wish?.toLowerCase().split('-')[0];
    if (language !== undefined && errorLanguages.includes(language)) return language;
  }
  return 'en';
}

/** "de-AT, en;q=0.8": the most wanted first. */
function wishes(header: string): string[] {
  return header
    .split(',', MOST_WISHES)
    .map((part) => {
      const [tag = '', ...more] = part.trim().split(';');
      const quality = Number(
        more
          .find((one) => one.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? '1',
      );
      return { tag: tag.trim(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
