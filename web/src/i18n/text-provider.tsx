// Gives every part of the page its language: sentences, formats and the direction of writing.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createFormat, type Format } from './format.ts';
import { directionOf, type Language } from './languages.ts';
import { loadText, type Text } from './messages.ts';

interface Tongue {
  readonly language: Language;
  readonly text: Text;
  readonly format: Format;
  readonly change: (language: Language) => Promise<void>;
}

const Context = createContext<Tongue | null>(null);
const STORED = 'prorata.language';

/** The choice made on this machine, before anybody is signed in. */
export const storedLanguage = (): string | null => localStorage.getItem(STORED);

interface TextProviderProps {
  readonly first: Language;
  readonly firstText: Text;
  /** Told of each change, to ask the server in the same language. */
  readonly onChange: (language: Language) => void;
  readonly children: ReactNode;
}

export function TextProvider({ first, firstText, onChange, children }: TextProviderProps) {
  const [{ language, text }, setState] = useState({ language: first, text: firstText });
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const tongue = useMemo<Tongue>(
    () => ({
      language,
      text,
      format: createFormat(language),
      change: async (wanted) => {
        const loaded = await loadText(wanted);
        localStorage.setItem(STORED, wanted);
        onChange(wanted);
        setState({ language: wanted, text: loaded });
      },
    }),
    [language, text, onChange],
  );
  return <Context value={tongue}>{children}</Context>;
}

function useTongue(): Tongue {
  const tongue = useContext(Context);
  if (tongue === null) throw new Error('there is no TextProvider around this');
  return tongue;
}

export const useText = (): Text => useTongue().text;
export const useFormat = (): Format => useTongue().format;
export const useLanguage = (): Pick<Tongue, 'language' | 'change'> => useTongue();
