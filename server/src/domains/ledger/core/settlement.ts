// Who pays what without any money coming in: credits reduce the invoices they correct, then other debt, then stand to the customer's credit;
// what stands to his credit pays the next invoice.

export interface OpenInvoice {
  readonly id: bigint;
  readonly openMinor: bigint;
}

export interface IssuedDocument {
  readonly id: bigint;
  /** With tax; negative for a credit note. */
  readonly totalMinor: bigint;
  /** Invoices that a credit note corrects. */
  readonly corrects: readonly bigint[];
}

export interface Settlement {
  /** What is left open of each invoice that was touched or is new. */
  readonly open: ReadonlyMap<bigint, bigint>;
  readonly balanceMinor: bigint;
  /** Per document: how much of it moved between the receivable and the balance. Above zero: the balance paid it. */
  readonly fromBalance: ReadonlyMap<bigint, bigint>;
}

/** `open` oldest first. Credits of the run come before its invoices, so that a credit pays the invoice of the same day. */
export function settle(open: readonly OpenInvoice[], balanceMinor: bigint, documents: readonly IssuedDocument[]): Settlement {
  const remaining = new Map(open.map((invoice) => [invoice.id, invoice.openMinor]));
  const touched = new Map<bigint, bigint>();
  const fromBalance = new Map<bigint, bigint>();
  let balance = balanceMinor;
  const reduce = (id: bigint, limit: bigint): bigint => {
    const left = remaining.get(id) ?? 0n;
    const taken = lesser(left, limit);
    if (taken === 0n) return 0n;
    remaining.set(id, left - taken);
    touched.set(id, left - taken);
    return taken;
  };
  for (const document of documents) {
    if (document.totalMinor >= 0n) continue;
    let credit = -document.totalMinor;
    for (const id of document.corrects) credit -= reduce(id, credit);
    for (const invoice of open) credit -= reduce(invoice.id, credit);
    balance += credit;
    fromBalance.set(document.id, -credit);
  }
  for (const document of documents) {
    if (document.totalMinor < 0n) continue;
    const paid = lesser(balance, document.totalMinor);
    balance -= paid;
    fromBalance.set(document.id, paid);
    touched.set(document.id, document.totalMinor - paid);
  }
  return { open: touched, balanceMinor: balance, fromBalance };
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
