// What is told once and never again, a secret or a link: read off, copied, and gone when it is closed.
import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';

interface SecretOnceProps {
  readonly title: string;
  /** What it is for, and that it does not come back. */
  readonly what: string;
  /** Null: nothing is shown. */
  readonly secret: string | null;
  readonly onClose: () => void;
}

/** A click beside it or a key does not close it: it would be lost. */
export function SecretOnce({ title, what, secret, onClose }: SecretOnceProps) {
  const text = useText();
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Text size="sm">{what}</Text>
        <Code block dir="ltr" className="broken-anywhere" style={{ whiteSpace: 'pre-wrap' }}>
          {secret ?? ''}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={secret ?? ''}>
            {({ copied, copy }) => (
              <Button leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={copy} data-autofocus>
                {text(copied ? 'common.copied' : 'common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {text('common.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
