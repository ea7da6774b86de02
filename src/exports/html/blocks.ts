import { clip, formatCell, formatCount } from '../../i18n/format';
import { baseKind } from '../../lib/kinds';
import { messages } from '../../i18n/locale';
import type {
  Block,
  Chart,
  Rankings,
  Scorecards,
  Table,
  Text,
  Verdict,
} from '../../reports/report';
import { barsOf } from './bars';
import { html, type Markup } from './markup';
import { quadrantOf } from './quadrant';

/** The maximum number of rows per table. The CSV downloads have all rows. */
export const MOST_ROWS = 1000;

export function blockOf(block: Block): Markup {
  switch (block.type) {
    case 'note':
      return html`<p>${textOf(block.text)}</p>`;
    case 'scorecards':
      return cardsOf(block);
    case 'table':
      return tableOf(block);
    case 'rankings':
      return rankingsOf(block);
    default:
      return figureOf(block);
  }
}

/**
 * Formats a name. `bdi` isolates it, because its script can run in the other direction (right to
 * left).
 */
export function nameOf(name: string): Markup {
  return html`<bdi>${clip(name)}</bdi>`;
}

export function textOf(text: Text): Markup {
  return html`${text.map((part) => (typeof part === 'string' ? part : nameOf(part.name)))}`;
}

function cardsOf({ cards }: Scorecards): Markup {
  return html`<dl class="cards">
    ${cards.map(
      ({ label, value, remarks }) =>
        html`<div>
          <dt>${label}</dt>
          <dd class="figure">${formatCell(value)}</dd>
          ${remarks.map((remark) => html`<dd>${remark}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

function verdictOf({ label, names, rest }: Verdict): Markup {
  return html`<span class="verdict"><b>${label}:</b> ${textOf(names)} ${textOf(rest)}</span>`;
}

function tableOf({ caption, columns, rows, verdicts }: Table): Markup {
  const first = columns[0]?.name ?? '';
  const isText = columns.map(({ kind }) => baseKind(kind) === 'text');
  const lines = rows.slice(0, MOST_ROWS).map((row) => {
    const verdict = verdicts?.of.get(String(row[first]));
    const cells = columns.map(({ name }, column) => {
      const value = row[name] ?? null;
      const shown = isText[column] ? nameOf(formatCell(value)) : formatCell(value);
      const said = verdict && name === verdicts?.column ? verdictOf(verdict) : '';
      if (column === 0) return html`<th scope="row">${shown}${said}</th>`;
      return isText[column]
        ? html`<td>${shown}${said}</td>`
        : html`<td class="number">${shown}${said}</td>`;
    });
    return html`<tr>
      ${cells}
    </tr>`;
  });
  const heads = columns.map(({ label }, column) =>
    isText[column]
      ? html`<th scope="col">${label}</th>`
      : html`<th scope="col" class="number">${label}</th>`,
  );
  return html`<table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
    ${moreOf(rows.length - MOST_ROWS)}`;
}

function moreOf(rows: number): Markup {
  if (rows <= 0) return html``;
  return html`<p class="soft">${messages().sharing.moreRows(rows, formatCount(rows))}</p>`;
}

function rankingsOf({ item, value, groups, count }: Rankings): Markup {
  let [shown, left] = [0, MOST_ROWS];
  while (shown < groups.length && groups[shown]!.rows.length <= left) {
    left -= groups[shown]!.rows.length;
    shown += 1;
  }
  const tables = groups.slice(0, shown).map(({ title, rows, verdict }) => {
    const lines = rows.map(
      (row) =>
        html`<tr>
          <th scope="row">${nameOf(formatCell(row[item.name] ?? null))}</th>
          <td class="number">${formatCell(row[value.name] ?? null)}</td>
        </tr>`,
    );
    return html`<div>
      <table>
        <caption>
          ${nameOf(title)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${item.label}</th>
            <th scope="col" class="number">${value.label}</th>
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
      ${verdict ? verdictOf(verdict) : ''}
    </div>`;
  });
  return html`<div class="rankings">${tables}</div>
    ${moreOf(count - (MOST_ROWS - left))}`;
}

/**
 * Returns a chart as a figure. A quadrant chart also gets a table, because not all of its points
 * have labels.
 */
function figureOf(chart: Chart): Markup {
  const isPlane = chart.type === 'quadrant';
  const notes = isPlane ? chart.notes.map((note) => html`<p class="soft">${textOf(note)}</p>`) : [];
  return html`<figure>
    <figcaption>${chart.title}</figcaption>
    ${isPlane ? quadrantOf(chart) : barsOf(chart)}
    <p>${chart.finding}</p>
    ${notes}${isPlane ? tableOf(chart.table) : ''}
  </figure>`;
}
