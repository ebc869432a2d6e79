// What each sender handed over, counted while a batch is taken.

export interface Receipt {
  readonly sellerId: bigint;
  readonly source: string;
  stored: number;
  repeated: number;
  refused: number;
}

export class Receipts {
  private readonly bySeller = new Map<bigint, Map<string, Receipt>>();
  private last: { readonly sellerId: bigint; readonly bySource: Map<string, Receipt> } | null = null;

  add(sellerId: bigint, source: string, verdict: 'stored' | 'repeated' | 'refused'): void {
    const bySource = this.ofSeller(sellerId);
    let receipt = bySource.get(source);
    if (receipt === undefined) {
      receipt = { sellerId, source, stored: 0, repeated: 0, refused: 0 };
      bySource.set(source, receipt);
    }
    receipt[verdict] += 1;
  }

  /** Events of one seller come one after the other. */
  private ofSeller(sellerId: bigint): Map<string, Receipt> {
    if (this.last?.sellerId === sellerId) return this.last.bySource;
    const bySource = this.bySeller.get(sellerId) ?? new Map<string, Receipt>();
    this.bySeller.set(sellerId, bySource);
    this.last = { sellerId, bySource };
    return bySource;
  }

  list(): Receipt[] {
    return [...this.bySeller.values()].flatMap((bySource) => [...bySource.values()]);
  }
}
