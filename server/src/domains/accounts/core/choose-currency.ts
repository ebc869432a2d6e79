// The currency of a new account that names none.

interface Rule {
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly currency: string;
}

export interface NewcomerPlace {
  /** "de" or "de-AT". */
  readonly language: string;
  readonly country: string | null;
}

/**
 * The first rule that names the language, then the first that names only the country; a rule that names both wants both. Rules for a currency that is
 * off are passed over. Null: no rule has an answer.
 */
export function chooseCurrency(rules: readonly Rule[], place: NewcomerPlace, enabled: ReadonlySet<string>): string | null {
  const open = rules.filter((rule) => enabled.has(rule.currency) && (rule.country === undefined || rule.country === place.country));
  const byLanguage = open.find((rule) => rule.language !== undefined && speaks(place.language, rule.language));
  return (byLanguage ?? open.find((rule) => rule.language === undefined))?.currency ?? null;
}

/** "de-AT" speaks "de"; "de" is not known to speak "de-AT". */
function speaks(language: string, wanted: string): boolean {
  const [have, want] = [language.toLowerCase(), wanted.toLowerCase()];
  return have === want || have.startsWith(`${want}-`);
}
