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

  add(sellerId: bigint, source: string, verdict: 'stored' | 'repeated' | 'refused'): void {
    let bySource = this.bySeller.get(sellerId);
    if (bySource === undefined) {
      bySource = new Map();
      this.bySeller.set(sellerId, bySource);
    }
    let receipt = bySource.get(source);
    if (receipt === undefined) {
      receipt = { sellerId, source, stored: 0, repeated: 0, refused: 0 };
      bySource.set(source, receipt);
    }
    receipt[verdict] += 1;
  }

  list(): Receipt[] {
    return [...this.bySeller.values()].flatMap((bySource) => [...bySource.values()]);
  }
}
