/** Notices about unusual content of a loaded table; some notices offer an action. */
import type { Drift, MiddleHeader, TotalRow } from '../../domain/findings';
import { clip, formatMoney } from '../../i18n/format';
import { messages } from '../../i18n/locale';
import type { LoadedTable } from '../../state/phase';
import type { ReadOverride } from '../../state/load/tasks';

export interface Notice {
  /** `warning` means that records can be lost or misread; `note` means that nothing is lost. */
  readonly kind: 'warning' | 'note';
  readonly text: string;
  readonly act?: { readonly label: string; readonly override: ReadOverride };
}

const SHOWN = 3;

export function noticesOf(table: LoadedTable): Notice[] {
  const { headers } = table.findings;
  return [
    ...unclosedQuoteNotices(table),
    ...table.findings.drifts.map((drift) => driftNotice(drift, table)),
    ...headers.first.filter(({ kind }) => kind === 'unmatched').map(unmatchedNotice),
    ...headerNotices(table),
    ...totalNotices(table),
  ];
}

function unclosedQuoteNotices({ findings, layout }: LoadedTable): Notice[] {
  const { count, first } = findings.unclosedQuotes;
  if (count === 0) return [];
  const words = messages().found.notices;
  const text = messages().format.paragraph([
    ...first.slice(0, SHOWN).map(({ line, linesAfter }) => words.unclosedQuote(line, linesAfter)),
    ...(count > SHOWN ? [words.moreUnclosedQuotes(count - SHOWN)] : []),
    words.betweenQuotes,
  ]);
  if (layout.strayQuotesAreText) return [{ kind: 'warning', text }];
  const label = count === 1 ? words.quoteAsText : words.quotesAsText;
  return [{ kind: 'warning', text, act: { label, override: { strayQuotesAreText: true } } }];
}

function driftNotice(drift: Drift, { layout, receipt }: LoadedTable): Notice {
  const words = messages().found.notices;
  const { table } = drift;
  const what = words.drift({
    ...drift,
    lastLine: drift.lastLine === receipt.lines ? null : drift.lastLine,
    width: layout.header.length,
  });
  const text = messages().format.paragraph([what, table ? words.driftPlain : words.driftUnsure]);
  if (!table) return { kind: 'warning', text };
  const override = { otherTables: [...layout.otherTables, table] };
  return { kind: 'warning', text, act: { label: words.readDriftToo, override } };
}

function unmatchedNotice({ line, missing }: MiddleHeader): Notice {
  return { kind: 'warning', text: messages().found.notices.unmatchedHeader(line, missing) };
}

function headerNotices({ findings }: LoadedTable): Notice[] {
  const words = messages().found.notices;
  const { first, count } = findings.headers;
  const others = first.filter(({ kind }) => kind === 'other');
  const same = first.filter(({ kind }) => kind === 'same').map(({ line }) => line);
  const notes = others.map(({ line }) => words.otherHeader(line));
  if (same.length === 1) {
    notes.push(words.sameHeader(same[0]!));
  } else if (same.length > 1) {
    const isCut = first.length < count;
    const all = isCut ? count : same.length;
    notes.push(words.sameHeaders(all, same.slice(0, SHOWN), !isCut && same.length <= SHOWN));
  }
  return notes.map((text) => ({ kind: 'note', text }));
}

function totalNotices({ findings, revenue }: LoadedTable): Notice[] {
  const words = messages().found.notices;
  const { first, count } = findings.totals;
  const [only] = first;
  if (!only) return [];
  const sentences =
    count > 1
      ? [
          words.totals(
            first.slice(0, SHOWN).map((row) => ({ line: row.line, row: named(row) })),
            Math.max(0, count - SHOWN),
          ),
          words.aboutTotals,
        ]
      : [words.total(only.line, named(only)), ...comparison(only, revenue)];
  return [{ kind: 'note', text: messages().format.paragraph(sentences) }];
}

function named({ label, price }: TotalRow): string {
  const amount = price === null ? null : formatMoney(price);
  return messages().found.notices.totalRow(clip(label, 40), amount);
}

/** Compares the file's own total with the revenue. */
function comparison({ price }: TotalRow, revenue: bigint | null): string[] {
  if (price === null || revenue === null) return [];
  const { totalAgrees, totalDiffers } = messages().found.notices;
  return [price === revenue ? totalAgrees : totalDiffers(formatMoney(revenue))];
}
