// A preview page by page until it is whole. It rests after so many accounts: a large house is not computed through unasked.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { type CurrencyTotal, totalsByCurrency } from './totals.ts';

const ACCOUNTS = 50;
const PAGES_AT_ONCE = 40;

type Document = Schemas['BillingPreview']['invoices'][number];

/** Of a document only its head is kept: thousands of them are looked through. */
export interface PreviewDocument extends Pick<Document, 'kind' | 'currency' | 'billedOn' | 'net' | 'tax' | 'total'> {
  readonly key: string;
  readonly account: { readonly externalId: string; readonly name: string };
  readonly lines: number;
}

export interface Preview {
  readonly documents: readonly PreviewDocument[];
  readonly totals: readonly CurrencyTotal[];
  readonly wouldPark: Schemas['BillingPreview']['wouldPark'];
  readonly isComplete: boolean;
  readonly isPaused: boolean;
  readonly error: unknown;
  readonly goOn: () => void;
  readonly again: () => void;
}

const headOf = (document: Document, key: string): PreviewDocument => ({
  key,
  kind: document.kind,
  account: document.account,
  currency: document.currency,
  billedOn: document.billedOn,
  net: document.net,
  tax: document.tax,
  total: document.total,
  lines: document.lines.length,
});

export function usePreview(asOf: string | undefined): Preview {
  const [most, setMost] = useState(PAGES_AT_ONCE);
  const query = useInfiniteQuery({
    queryKey: ['billing-preview', asOf],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const asked = { limit: ACCOUNTS, ...(asOf === undefined ? {} : { asOf }), ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      const { data } = await api().get('/v1/billing-preview', { params: { query: asked } });
      const documents = data.invoices.map((document, index) => headOf(document, `${pageParam ?? ''} ${index}`));
      return { documents, wouldPark: data.wouldPark, nextCursor: data.nextCursor };
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, error, fetchNextPage, refetch } = query;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null && pages < most) void fetchNextPage();
  }, [hasNextPage, isFetching, error, pages, most, fetchNextPage]);
  const documents = useMemo(() => data?.pages.flatMap((page) => page.documents) ?? [], [data]);
  return {
    documents,
    totals: useMemo(() => totalsByCurrency(documents), [documents]),
    wouldPark: useMemo(() => data?.pages.flatMap((page) => page.wouldPark) ?? [], [data]),
    isComplete: data !== undefined && !hasNextPage && error === null && !isFetching,
    isPaused: hasNextPage && pages >= most,
    error,
    goOn: () => setMost((before) => before + PAGES_AT_ONCE),
    again: () => void (data === undefined ? refetch() : fetchNextPage()),
  };
}
