/** What a person is told of a table of orders that is not as plain as it seems, with a way on where there is one. */
import { swallowSentence, type Drift, type MiddleHeader, type TotalRow } from '../lib/findings';
import { clip, formatCount, formatMoney, formatNumberOf } from '../lib/format';
import type { LoadedTable } from '../state/phase';
import type { Otherwise } from '../state/tasks';

export interface Notice {
  /** `warning`: records may be lost or misread. `note`: it was dealt with. */
  readonly kind: 'warning' | 'note';
  readonly text: string;
  readonly act?: { readonly label: string; readonly otherwise: Otherwise };
}

const SHOWN = 3;

export function noticesOf(table: LoadedTable): Notice[] {
  const { headers } = table.findings;
  return [
    ...swallowNotices(table),
    ...table.findings.drifts.map((drift) => driftNotice(drift, table)),
    ...headers.first.filter(({ kind }) => kind === 'unmatched').map(unmatchedNotice),
    ...headerNotices(table),
    ...totalNotices(table),
  ];
}

function swallowNotices({ findings, layout }: LoadedTable): Notice[] {
  const { count, first } = findings.swallows;
  if (count === 0) return [];
  const said = first.slice(0, SHOWN).map(swallowSentence).join(' ');
  const more = count > SHOWN ? ` So do ${formatNumberOf(count - SHOWN, 'other line')}.` : '';
  const text = `${said}${more} What is between a quote and the next is read as one value.`;
  if (layout.strayQuotesAreText) return [{ kind: 'warning', text }];
  const label = count === 1 ? 'Read the quote as text' : 'Read such quotes as text';
  return [{ kind: 'warning', text, act: { label, otherwise: { strayQuotesAreText: true } } }];
}

function driftNotice(drift: Drift, { layout, receipt }: LoadedTable): Notice {
  const { columns, records, firstLine, lastLine, table } = drift;
  const width = layout.header.length;
  const where =
    lastLine === receipt.lines
      ? `From line ${formatCount(firstLine)} on`
      : `Between line ${formatCount(firstLine)} and line ${formatCount(lastLine)}`;
  const what = `${where}, ${formatNumberOf(records, 'record')} ${records === 1 ? 'has' : 'have'} ${formatNumberOf(columns, 'column')}, where the header has ${formatCount(width)}: a column ${columns > width ? 'appears' : 'vanishes'}.`;
  if (!table) {
    const why = 'Which of them is what cannot be told for sure, so they are rejected.';
    return { kind: 'warning', text: `${what} ${why}` };
  }
  const text = `${what} By their values it is plain which column is what; until they are read so, they are rejected.`;
  const otherwise = { otherTables: [...layout.otherTables, table] };
  return { kind: 'warning', text, act: { label: 'Read these records too', otherwise } };
}

function unmatchedNotice({ line, missing }: MiddleHeader): Notice {
  const lacking = missing.map((role) => `the ${role}`).join(' and ');
  return {
    kind: 'warning',
    text: `Line ${formatCount(line)} looks like another header, but names no column for ${lacking}. What follows is read as what came before.`,
  };
}

function headerNotices({ findings }: LoadedTable): Notice[] {
  const { first, count } = findings.headers;
  const others = first.filter(({ kind }) => kind === 'other');
  const same = first.filter(({ kind }) => kind === 'same');
  const notes = others.map(
    ({ line }) => `Line ${formatCount(line)} is another header: what follows is read by its names.`,
  );
  if (same.length === 1) {
    notes.push(`Line ${formatCount(same[0]!.line)} repeats the header, and is no record.`);
  } else if (same.length > 1) {
    const isCut = first.length < count;
    const lines = formatCount(isCut ? count : same.length);
    notes.push(`${lines} lines repeat the header, and are no records: ${linesOf(same, isCut)}.`);
  }
  return notes.map((text) => ({ kind: 'note', text }));
}

function totalNotices({ findings, revenue }: LoadedTable): Notice[] {
  const { first, count } = findings.totals;
  const [only] = first;
  if (!only) return [];
  const rest =
    'Such rows add others up: they are in no report, and no record of theirs need be mended.';
  if (count > 1) {
    const rows = first
      .slice(0, SHOWN)
      .map((row) => `line ${formatCount(row.line)} (${named(row)})`);
    const more = count > SHOWN ? ` and ${formatCount(count - SHOWN)} more` : '';
    return [{ kind: 'note', text: `There are rows of totals: ${rows.join(', ')}${more}. ${rest}` }];
  }
  const text = `Line ${formatCount(only.line)} is a total (${named(only)}): it is in no report.${comparison(only, revenue)}`;
  return [{ kind: 'note', text }];
}

function named({ label, price }: TotalRow): string {
  const name = `“${clip(label, 40)}”`;
  return price === null ? name : `${name}, ${formatMoney(price)}`;
}

/** A file's own total is a check that nobody had to write. */
function comparison({ price }: TotalRow, revenue: bigint | null): string {
  if (price === null || revenue === null) return '';
  return price === revenue
    ? ' The lines kept come to exactly that.'
    : ` The lines kept come to ${formatMoney(revenue)}.`;
}

function linesOf(headers: readonly MiddleHeader[], isCut: boolean): string {
  const shown = headers.slice(0, SHOWN).map(({ line }) => `line ${formatCount(line)}`);
  return `${shown.join(', ')}${isCut || headers.length > SHOWN ? ' and so on' : ''}`;
}
