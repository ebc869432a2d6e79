// An amount in its currency, as the reader's language writes it.
import { useFormat } from '../i18n/text-provider.tsx';

interface MoneyProps {
  readonly amount: string;
  readonly currency: string;
}

export function Money({ amount, currency }: MoneyProps) {
  const format = useFormat();
  return <span className="figure">{format.money(amount, currency)}</span>;
}
