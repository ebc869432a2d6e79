// Which of a seller's lists an account sees.
import type { AccountRow } from '../accounts/index.ts';
import type { PriceEdge } from './core/resolve-price.ts';

export function audienceOf(account: Pick<AccountRow, 'kind'>): PriceEdge['audience'] {
  return account.kind === 'reseller' ? 'resellers' : 'companies';
}
