/** Writes the five answers to one HTML file without scripts, requests or order lines. */
import { clip, formatCount, formatDay } from '../../i18n/format';
import { locale, messages } from '../../i18n/locale';
import type { Receipt } from '../../domain/receipt';
import type { Explanation } from '../../reports/explanations';
import type { Report } from '../../reports/report';
import { blockOf, nameOf, textOf } from './blocks';
import { html, Markup } from './markup';
import { STYLE, STYLE_HASH } from './style';

/**
 * The style element. It is not part of the template, because the policy of the report allows
 * exactly this text by its hash.
 */
const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`);

export interface TellingReport extends Report {
  /** Whether the files lack a column that the report needs. If so, `notes` explain this. */
  readonly isAbsent: boolean;
  readonly notes: readonly string[];
  readonly explanation: Explanation;
}

export interface Told {
  readonly files: readonly { readonly name: string; readonly receipt: Receipt }[];
  readonly receipt: Receipt;
  readonly reports: readonly TellingReport[];
  /** Whether the names of customers are masked. */
  readonly areGuestsHidden: boolean;
}

export function htmlReport({ files, receipt, reports, areGuestsHidden }: Told, date: Date): string {
  const words = messages().sharing;
  const title = words.reportTitle(files[0]?.name ?? '', files.length);
  return html`<!doctype html>
    <html lang="${locale().language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${clip(title)}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <header>
            <h1>${nameOf(title)}</h1>
            <p class="soft">
              ${words.reportMade(formatDay(date.getTime()))}${areGuestsHidden ? ` ${words.reportHidden}` : ''}
            </p>
            ${receiptOf(files, receipt)}
          </header>
          ${reports.map(sectionOf)}
        </main>
        <footer><p>${words.reportFoot}</p></footer>
      </body>
    </html> `.text;
}

function receiptOf(files: Told['files'], all: Receipt): Markup {
  const words = messages().sharing;
  const cells = ({ lines, read, kept, rejected }: Receipt) =>
    [lines, read, kept, rejected].map(
      (count) => html`<td class="number">${formatCount(count)}</td>`,
    );
  const heads = [words.lines, words.read, words.kept, words.rejected];
  const rows = files.map(
    ({ name, receipt }) =>
      html`<tr>
        <th scope="row">${nameOf(name)}</th>
        ${cells(receipt)}
      </tr>`,
  );
  const total =
    files.length > 1
      ? html`<tr>
          <th scope="row">${words.allFiles}</th>
          ${cells(all)}
        </tr>`
      : html``;
  return html`<table>
    <caption>
      ${words.receipt}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.file}</th>
        ${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}${total}
    </tbody>
  </table>`;
}

function sectionOf(report: TellingReport): Markup {
  const { name, question, definition, notes, blocks, isAbsent, explanation } = report;
  const terms = explanation.parts.map(
    ({ term, text }) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${textOf(text)}</dd>
      </div>`,
  );
  const content = isAbsent ? [] : [...blocks.map(blockOf), html`<dl class="terms">${terms}</dl>`];
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${question}</h2>
    <p class="soft">${definition}</p>
    ${notes.map((note) => html`<p>${note}</p>`)}${content}
  </section> `;
}
