// The months of a chart: those without invoices count as nothing, and are not left out.

interface Month {
  readonly month: string;
  readonly currency: string;
  readonly net: string;
}

/** From the first month that has any to the last. Numbers, since only lengths are drawn of them. */
export function revenueByMonth(months: readonly Month[], currency: string): { readonly month: string; readonly net: number }[] {
  const own = new Map(months.filter((one) => one.currency === currency).map(({ month, net }) => [month, Number(net)]));
  const all = [...new Set(months.map(({ month }) => month))].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const points: { month: string; net: number }[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) points.push({ month, net: own.get(month) ?? 0 });
  return points;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
