import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exportHtmlReport } from '../../src/exports';
import { html } from '../../src/exports/html/markup';
import { STYLE_HASH } from '../../src/exports/html/style';
import type { TellingReport, Told } from '../../src/exports/html/report';
import { REPORTS } from '../../src/reports';
import { explainReport } from '../../src/reports/explanations';
import { csvFile, loadFiles, useEngine } from '../support/engine';

const db = useEngine();
const DATE = new Date(2026, 10, 22);

async function told(text: string, restaurant: string | null = null): Promise<Told> {
  const data = await loadFiles(db, [csvFile(text)]);
  const reports = REPORTS.map((make): TellingReport => {
    const { contenders, menu, results } = data;
    const report = make(
      { ...results, contenders, menu, margins: null },
      { restaurant, picked: null },
    );
    const explanation = explainReport(data, report.name);
    return { ...report, isAbsent: false, notes: [], explanation };
  });
  return {
    files: data.tables.map(({ source, receipt }) => ({ name: source.name, receipt })),
    receipt: data.receipt,
    reports,
    areGuestsHidden: false,
  };
}

async function made(of: Told): Promise<string> {
  const { parts } = await exportHtmlReport(['orders.csv'], of, DATE);
  return new Blob([...parts]).text();
}

const ORDERS = [
  'restaurant,dish,customer,price,phone',
  'Inn,soup,Ann,8.50,0123',
  'Inn,tea,Ben,3.00,0124',
  'Inn,cake,Ben,4.00,0124',
  'Bar,tea,Ann,2.50,0123',
  'Bar,tea,Ann,rejectedprice,0199',
  '',
].join('\n');

describe('the report as one file', () => {
  test('has the questions, figures, tables, charts and the receipt', async () => {
    const of = await told(ORDERS, 'Inn');
    const text = await made(of);
    for (const { question, definition } of of.reports) {
      expect(text).toContain(question);
      expect(text).toContain(definition);
    }
    expect(text.match(/<svg /g)).toHaveLength(4);
    expect(text).toContain('Inn made the most, 15.50; Bar made 2.50.');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Nov 22, 2026');
    expect(text).toContain('5 order lines read, 1 rejected: bad price (1).');
    expect(text).toMatch(/<bdi>orders\.csv<\/bdi>/);
    const { name } = await exportHtmlReport(['orders.csv'], of, DATE);
    expect(name).toBe('dishboard_orders_2026-11-22.html');
  });

  test('contains no order line, no script and no external resource', async () => {
    const text = await made(await told(ORDERS));
    expect(text).not.toMatch(/rejectedprice|01\d\d\b/);
    expect(text).not.toMatch(
      /<script|<link|<img|<iframe|\son\w+=|style=|url\(|https?:|@import|src=|href=/i,
    );
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
  });

  test('its policy allows its own style sheet only', async () => {
    const text = await made(await told(ORDERS));
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
    expect(STYLE_HASH).toBe(hash);
    expect(text).toContain(`style-src '${hash}'`);
  });

  test('hostile names are text', async () => {
    const name = '<img src=x onerror=alert(1)></style><script>"\'&\u202E';
    const line = `"${name.replaceAll('"', '""')}"`;
    const orders = ['Inn', 'Bar']
      .flatMap((at) => [`${line},${line},${line},1`, `${at},${line},${line},2`])
      .join('\n');
    const text = await made(await told(`restaurant,dish,customer,price\n${orders}\n`, name));
    expect(text).not.toMatch(/<img|<script|onerror=alert\(1\)>|<\/style>[^]*<\/style>/);
    expect(text).toContain(
      '&lt;img src=x onerror=alert(1)&gt;&lt;/style&gt;&lt;script&gt;&quot;&#39;&amp;',
    );
  });

  test('shows the first thousand rows and counts the rest', async () => {
    const guests = Array.from({ length: 1203 }, (_, index) => `Inn,soup,guest ${String(index)},1`);
    const text = await made(await told(`restaurant,dish,customer,price\n${guests.join('\n')}\n`));
    expect(text.match(/<bdi>guest \d+<\/bdi><\/th>/g)).toHaveLength(1000);
    expect(text).toContain('203 more rows are in the downloads.');
  });

  test('is the same for the same load, byte for byte', async () => {
    expect(await made(await told(ORDERS))).toBe(await made(await told(ORDERS)));
  });
});

test('a value in a template is text, also in attributes', () => {
  expect(
    html`<p title="${'"><b>'}">${'<i>'}${html`<b>${1}</b>`}${['&', html`<br />`]}</p>`.text,
  ).toBe('<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<b>1</b>&amp;<br /></p>');
});
