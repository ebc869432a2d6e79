// The document as a PDF: seen in a tab of its own, or kept as a file.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Download, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../i18n/text-provider.tsx';

/** Asked for like everything else, so that it is found as well while one acts in a seller below: a plain link does not say for whom. */
async function pdfUrl(invoice: string): Promise<string> {
  const { data } = await api().get('/v1/invoices/{invoice}/pdf', { params: { path: { invoice } }, parseAs: 'blob' });
  return URL.createObjectURL(data as unknown as Blob);
}

const KEPT_MS = 60_000;

export function PdfButtons({ invoice }: { readonly invoice: string }) {
  const text = useText();
  const { delegatedFrom } = useSession();
  const [busy, setBusy] = useState<'open' | 'save' | null>(null);
  const fetchPdf = async (way: 'open' | 'save') => {
    setBusy(way);
    try {
      const link = document.createElement('a');
      link.href = await pdfUrl(invoice);
      if (way === 'save') link.download = `${invoice}.pdf`;
      else link.target = '_blank';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
    } catch {
      notifications.show({ message: text('invoices.pdf.failed'), color: 'red' });
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<ExternalLink size={16} aria-hidden />}
        {...(delegatedFrom === null
          ? { component: 'a', href: `/v1/invoices/${encodeURIComponent(invoice)}/pdf`, target: '_blank' }
          : { loading: busy === 'open', onClick: () => void fetchPdf('open') })}
      >
        {text('invoices.pdf.open')}
      </Button>
      <Button leftSection={<Download size={16} aria-hidden />} loading={busy === 'save'} onClick={() => void fetchPdf('save')}>
        {text('invoices.pdf.save')}
      </Button>
    </>
  );
}
