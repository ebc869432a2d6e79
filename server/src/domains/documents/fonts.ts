// The fonts of documents, from npm packages: the same bytes on every machine. Inter for Latin, Greek and Cyrillic letters, Noto Sans for what
// Inter does not have. A script is added by its package and two lines here.
import { createRequire } from 'node:module';

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold'];
const FAMILIES = [
  { package: '@expo-google-fonts/inter', file: 'Inter' },
  { package: '@expo-google-fonts/noto-sans', file: 'NotoSans' },
];

/** Paths of the font files. */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FAMILIES.flatMap((family) => WEIGHTS.map((weight) => resolve(`${family.package}/${weight}/${family.file}_${weight}.ttf`)));
}
