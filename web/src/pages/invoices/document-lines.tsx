// The lines of a document by service; beside each of them the way to its explanation.
import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleHelp } from 'lucide-react';
import type { Schemas } from '../../app/api.ts';
import { useCan, useRoom } from '../../app/session.tsx';
import type { MessageKey } from '../../i18n/areas.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { stretchOf } from '../../parts/line-explanation/stretch.ts';
import classes from '../../parts/list.module.css';
import { Money } from '../../parts/money.tsx';
import { groupLines, type LineGroup, type PlacedLine } from './line-groups.ts';

interface DocumentLinesProps {
  readonly document: Schemas['Invoice'];
  readonly onExplain: (position: number) => void;
}

const REASONS: Readonly<Record<string, MessageKey>> = {
  added: 'invoices.reason.added',
  changed: 'invoices.reason.changed',
  taken_back: 'invoices.reason.taken_back',
  credit: 'invoices.reason.credit',
  true_up: 'invoices.reason.true_up',
  adjustment: 'invoices.reason.adjustment',
};

export function DocumentLines({ document, onExplain }: DocumentLinesProps) {
  const text = useText();
  return (
    <Stack gap="md">
      {groupLines(document.lines).map((group) => (
        <Paper key={group.subscription ?? ''} withBorder p="md">
          <GroupHead group={group} />
          <Table.ScrollContainer minWidth={0} type="native">
            <Table
              role="table"
              className={classes.table}
              verticalSpacing={7}
              aria-label={group.subscription ?? text('invoices.lines.other')}
            >
              <Heads />
              <Table.Tbody role="rowgroup">
                {group.lines.map((placed) => (
                  <LineRow key={placed.position} placed={placed} currency={document.currency} onExplain={onExplain} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ))}
    </Stack>
  );
}

function GroupHead({ group }: { readonly group: LineGroup }) {
  const text = useText();
  const can = useCan();
  const room = useRoom();
  if (group.subscription === null) {
    return (
      <Title order={2} fz="md">
        {text('invoices.lines.other')}
      </Title>
    );
  }
  return (
    <Group gap="xs" justify="space-between">
      <Title order={2} fz="md" className="broken-anywhere">
        <bdi>{group.plan ?? group.subscription}</bdi>
      </Title>
      {room === '/console' && can('subscriptions.read') ? (
        <Anchor
          component={Link}
          to="/console/services"
          search={{ search: group.subscription } as never}
          size="sm"
          className="broken-anywhere"
        >
          <bdi>{group.subscription}</bdi>
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          <bdi>{group.subscription}</bdi>
        </Text>
      )}
    </Group>
  );
}

function Heads() {
  const text = useText();
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        <Table.Th role="columnheader">{text('invoices.line.what')}</Table.Th>
        <Table.Th role="columnheader">{text('invoices.line.when')}</Table.Th>
        <Table.Th role="columnheader" data-figure>
          {text('invoices.line.quantity')}
        </Table.Th>
        <Table.Th role="columnheader" data-figure>
          {text('invoices.line.amount')}
        </Table.Th>
        <Table.Th role="columnheader" data-figure>
          {text('invoices.line.why')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface LineRowProps {
  readonly placed: PlacedLine;
  readonly currency: string;
  readonly onExplain: (position: number) => void;
}

function LineRow({ placed: { line, position }, currency, onExplain }: LineRowProps) {
  const text = useText();
  const format = useFormat();
  const { first, last } = stretchOf(line.from, line.to, format);
  const reason = REASONS[line.reason];
  const counted = [line.old, line.new].filter((side) => side !== null).map(({ quantity }) => format.number(quantity));
  const quantity = counted.length === 2 && counted[0] === counted[1] ? counted[0]! : counted.join(' → ');
  return (
    <Table.Tr role="row">
      <Table.Td role="cell" data-label={text('invoices.line.what')} className="broken-anywhere">
        {line.item === null ? line.description : `${line.description}: ${line.item}`}
        {reason === undefined ? null : (
          <Text size="xs" c="dimmed">
            {text(reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td role="cell" data-label={text('invoices.line.when')}>
        {first === last ? first : `${first} – ${last}`}
      </Table.Td>
      <Table.Td role="cell" data-label={text('invoices.line.quantity')} data-figure className="figure">
        {quantity === '' ? '–' : line.unit === null ? quantity : `${quantity} ${line.unit}`}
      </Table.Td>
      <Table.Td role="cell" data-label={text('invoices.line.amount')} data-figure className="figure">
        <Money amount={line.amount} currency={currency} />
      </Table.Td>
      <Table.Td role="cell" data-label={text('invoices.line.why')} data-figure>
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<CircleHelp size={14} aria-hidden />}
          aria-label={text('invoices.line.why.of', { what: line.description, position })}
          onClick={() => onExplain(position)}
        >
          {text('invoices.line.why.action')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
