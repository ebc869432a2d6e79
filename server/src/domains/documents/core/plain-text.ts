// Text of users made harmless for a printed page: no control characters, no direction overrides that could make an amount read backwards,
// no name that fills a page, and a place to break in words that are longer than a column.

// Controls, direction marks, embeddings, overrides and isolates, byte order mark, tags, and what is no character at all. The joiners that
// Persian and emoji need stay.
const UNPRINTABLE = /\p{Cc}|\p{Surrogate}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e007f}]/gu;
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

export const LONGEST_TEXT = 400;
const LONGEST_WORD = 24;
const LONGEST_PART = 14;
const PIECE = 4;
const WIDE = /[\p{Lu}\p{So}\p{Sc}@%&=+<>_…]/u;
/** Marks a place where a line may break; the template turns it into an empty space, so that copied text does not contain it. */
export const BREAK = '\u200b';

/** One line of printable text. */
export function plain(text: string, longest = LONGEST_TEXT): string {
  // Cut before the rest, so that a megabyte of text costs no more than a page of it.
  const head = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  const clean = head.replace(/\s/g, ' ').replace(UNPRINTABLE, '').replace(/ +/g, ' ').replace(STACKED_MARKS, '$1').trim();
  const characters = [...clean];
  if (characters.length <= longest && head === text) return clean;
  return `${characters.slice(0, longest).join('').trimEnd()}…`;
}

/** Lets words break that are wider than `longest` small letters, such as the names of a cloud's resources. */
export function breakable(text: string, longest = LONGEST_WORD): string {
  if (text.length * 2 <= longest) return text;
  return text
    .split(' ')
    .map((word) => (widthOf(word) <= longest ? word : inPieces(word)))
    .join(' ');
}

function widthOf(word: string): number {
  let width = 0;
  for (const character of word) width += WIDE.test(character) ? 1.6 : 1;
  return width;
}

/** After a mark of punctuation where there is one, so that a name breaks between its parts; in small pieces where there is none. */
function inPieces(word: string): string {
  const pieces: string[] = [];
  for (const part of word.split(/(?<=[:/.,;_@=&?#|\\-])/u)) {
    const characters = [...part];
    const piece = widthOf(part) <= LONGEST_PART ? characters.length : PIECE;
    for (let start = 0; start < characters.length; start += piece) pieces.push(characters.slice(start, start + piece).join(''));
  }
  return pieces.join(BREAK);
}
