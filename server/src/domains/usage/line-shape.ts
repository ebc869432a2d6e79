// Reads lines that are alike: a sender writes thousands of one shape, and an expression made from the first of them reads the others several times
// faster than a parser does. A line that it does not match is parsed; what it matches is JSON, and says the same as if it had been parsed.

/** What of an event is looked at; the rest of a line is passed over. */
const NAMES = [
  'specversion',
  'id',
  'source',
  'type',
  'time',
  'subject',
  'data.subscription',
  'data.account',
  'data.meter',
  'data.value',
  'data.replaces',
  'data.voids',
] as const;

const TEXT = '"[^"\\\\\\u0000-\\u001f]*"';
const NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const TOKEN = new RegExp(`(${TEXT})([ \\t]*:)?|(${NUMBER})|true|false|null|[{},]|[ \\t\\r]+`, 'y');
const CAPTURED_TEXT = TEXT.replace('[', '([').replace('*', '*)');
const LONGEST = 4000;
/** Senders come again with the same shape. */
const MOST_SHAPES = 100;

export class LineShape {
  private static readonly known = new Map<string, LineShape>();

  private readonly expression: RegExp;
  /** Of each of the names: which group of the expression has it; none is 0. */
  private readonly groups: readonly number[];
  private readonly isNumber: boolean;
  /** Behind the line that was read last. */
  end = 0;

  private constructor({ pattern, groups, isNumber }: Described) {
    this.expression = new RegExp(pattern, 'y');
    this.groups = groups;
    this.isNumber = isNumber;
  }

  /** Of a line that was parsed; null where it is not of the kind that comes by the thousand. */
  static of(line: string): LineShape | null {
    const described = line.length > LONGEST ? null : describe(line);
    if (described === null) return null;
    let shape = LineShape.known.get(described.pattern);
    if (shape === undefined) {
      if (LineShape.known.size >= MOST_SHAPES) LineShape.known.clear();
      shape = new LineShape(described);
      LineShape.known.set(described.pattern, shape);
    }
    return shape;
  }

  /** The line that begins there as far as it is looked at, or null where it is of another shape. */
  read(text: string, from: number): unknown {
    this.expression.lastIndex = from;
    const found = this.expression.exec(text);
    if (found === null) return null;
    this.end = this.expression.lastIndex;
    const { groups } = this;
    const part = (name: number) => (groups[name] === 0 ? undefined : found[groups[name]!]);
    const value = part(9);
    return {
      specversion: part(0),
      id: part(1),
      source: part(2),
      type: part(3),
      time: part(4),
      subject: part(5),
      data: {
        subscription: part(6),
        account: part(7),
        meter: part(8),
        value: this.isNumber ? Number(value) : value,
        replaces: part(10),
        voids: part(11),
      },
    };
  }
}

interface Described {
  readonly pattern: string;
  readonly groups: readonly number[];
  readonly isNumber: boolean;
}

function describe(line: string): Described | null {
  const groups = NAMES.map(() => 0);
  const seen = new Set<string>();
  /** Names of the objects that are open, the outermost first, which has none. */
  const open: string[] = [];
  let pattern = '';
  let group = 0;
  let name = '';
  let isNumber = false;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < line.length; ) {
    const token = TOKEN.exec(line);
    if (token === null) return null;
    const [all, text, colon, number] = token;
    const looked = (NAMES as readonly string[]).indexOf(name);
    if (colon !== undefined) {
      name = nameIn(open, text!.slice(1, -1));
      // Of two the last one counts: that is left to the parser.
      if (name !== '' && seen.has(name)) return null;
      seen.add(name);
      pattern += literal(all);
    } else if (text !== undefined || number !== undefined) {
      if (looked >= 0) groups[looked] = group += 1;
      if (number !== undefined && looked >= 0) {
        if (NAMES[looked] !== 'data.value') return null;
        isNumber = true;
      }
      if (number !== undefined) pattern += looked >= 0 ? `(${NUMBER})` : NUMBER;
      else pattern += looked >= 0 ? CAPTURED_TEXT : TEXT;
      name = '';
    } else {
      // Names that are looked at have texts; what else they may be is refused, and said by the parser's way.
      if (looked >= 0 && /^[{tfn]/.test(all)) return null;
      if (all === '{') open.push(name);
      if (all === '}') open.pop();
      if (!/^[ \t\r]/.test(all)) name = '';
      pattern += literal(all);
    }
  }
  return groups[1] === 0 || !seen.has('data') || groups[9] === 0 ? null : { pattern: `${pattern}(?=\\n|$)`, groups, isNumber };
}

/** Of the event itself and of its `data`; deeper ones have none. */
function nameIn(open: readonly string[], key: string): string {
  if (open.length === 1) return key.startsWith('data.') ? '' : key;
  return open.length === 2 && open[1] === 'data' ? `data.${key}` : '';
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
