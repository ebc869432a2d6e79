// The finished words and figures of a document in the order of the page: what the template sets and nothing it has to decide.

export interface DocumentLayout {
  /** Of the texts, "de". */
  readonly language: string;
  readonly metadata: {
    readonly title: string;
    readonly author: string;
    readonly date: { readonly year: number; readonly month: number; readonly day: number };
  };
  readonly brand: string;
  readonly title: string;
  readonly number: string;
  readonly corrects: string | null;
  readonly buyer: PartyBlock;
  readonly seller: PartyBlock;
  readonly facts: readonly Labelled[];
  readonly summary: Labelled;
  readonly table: LineTable;
  readonly taxes: TaxTable | null;
  readonly totals: readonly TotalRow[];
  readonly payment: { readonly title: string; readonly text: string; readonly rows: readonly Labelled[] };
  readonly remarks: readonly string[];
  readonly notes: readonly string[];
  /** `{page}` and `{pages}` are filled when the pages are known. */
  readonly footer: { readonly left: readonly string[]; readonly right: string };
}

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

export interface PartyBlock {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export interface LineTable {
  readonly labels: {
    readonly description: string;
    readonly quantity: string;
    readonly price: string;
    readonly tax: string;
    readonly amount: string;
  };
  /** Characters of the longest text of each column, from which the template makes widths without measuring every cell. */
  readonly characters: { readonly quantity: number; readonly price: number; readonly tax: number; readonly amount: number };
  readonly groups: readonly RowGroup[];
}

export interface RowGroup {
  /** Null where a document has a single nameless group. */
  readonly title: string | null;
  readonly reference: string | null;
  /** Sum of the group's lines, where there are several groups. */
  readonly amount: string | null;
  readonly rows: readonly LineRow[];
}

export interface LineRow {
  readonly title: string;
  readonly details: readonly string[];
  readonly quantity: string;
  readonly price: string;
  readonly tax: string;
  readonly amount: string;
}

export interface TaxTable {
  readonly title: string;
  readonly labels: { readonly rate: string; readonly base: string; readonly amount: string };
  readonly rows: readonly { readonly rate: string; readonly base: string; readonly amount: string }[];
}

export interface TotalRow extends Labelled {
  readonly weight: 'normal' | 'strong' | 'due';
}
