/**
 * The style sheet of the report. The security policy of the report allows this text by its hash. A
 * test compares the text with the hash, and prints the new hash.
 */
export const STYLE = `
:root { color-scheme: light; --ink: #1a1d1b; --soft: #5b625d; --line: #d8dcd6; --accent: #0b5d44; }
* { box-sizing: border-box; }
body { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1rem; background: #fcfcfa; color: var(--ink);
  font: 1rem/1.5 'Source Serif 4', 'Iowan Old Style', 'Hiragino Mincho ProN', 'Noto Serif', 'Noto Serif CJK JP', Georgia, serif;
  font-variant-numeric: lining-nums tabular-nums; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: .5rem 0; }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.soft, footer, figcaption, dl dt { color: var(--soft); }
.soft, footer, .terms, .verdict, .cards dd, dt { font-size: .875rem; }
dl, dd { margin: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 1rem 1.5rem; margin: 1.5rem 0; }
.cards .figure { font-size: 2.25rem; line-height: 1.2; color: var(--ink); }
.cards dd { color: var(--soft); }
.terms { margin-top: 1.5rem; }
.terms div { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding: .25rem 0; }
table { width: 100%; margin: 1.5rem 0 .5rem; border-collapse: collapse; }
caption { padding-bottom: .25rem; font-weight: 600; text-align: start; }
th, td { padding: .25rem 1.25rem .25rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; font-weight: 400; }
thead th { color: var(--soft); font-size: .875rem; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: end; overflow-wrap: normal; white-space: nowrap; }
.verdict { display: block; color: var(--soft); }
.rankings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0 2.5rem; }
figure { margin: 2rem 0 0; }
figcaption { margin-bottom: .75rem; font-weight: 600; color: var(--ink); }
svg { display: block; width: 100%; max-width: 560px; height: auto; }
svg text { fill: var(--ink); font-size: 14px; }
svg .soft { fill: var(--soft); }
svg .quarter { font-style: italic; }
svg line { stroke: var(--line); }
.bar { fill: var(--accent); }
.other { fill: var(--line); }
.point { fill: var(--soft); }
@media print {
  @page { margin: 16mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; background: none; }
  tr, figure > svg, p, dl > div, h1, h2, .rankings > div { break-inside: avoid; }
  h2, caption, thead, figcaption { break-after: avoid; }
  thead { display: table-header-group; }
  svg, .bar, .other, .point { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

export const STYLE_HASH = 'sha256-bBsESQb7Bv5yPTlxojSKSz8LZqaWIxLnqsQvTLHj5Mc=';
