/** Draws a bar chart like the page. */
import type { BarChart } from '../../reports/report';
import { drawing, FONT_SIZE, round, shorten, textAt, WIDTH, widthOf } from './svg';
import { html, type Markup } from './markup';

const BAR = 14;
/** The height of a name together with its bar. */
const ROW = 44;
const GAP = 6;
const COLUMNS_HEIGHT = 180;
const WIDEST_COLUMN = 72;

export function barsOf(chart: BarChart): Markup {
  return chart.direction === 'bars' ? lying(chart) : upright(chart);
}

function greatestOf({ bars }: BarChart): number {
  return Math.max(...bars.map(({ value }) => value), 0) || 1;
}

function lookOf({ bars, marked }: BarChart, label: string): string {
  const hasMark = bars.some((bar) => bar.label === marked);
  return !hasMark || label === marked ? 'bar' : 'bar other';
}

function lying(chart: BarChart): Markup {
  const room = WIDTH - Math.max(...chart.bars.map(({ text }) => widthOf(text))) - 2 * GAP;
  const greatest = greatestOf(chart);
  const content = chart.bars.flatMap(({ label, value, text }, index) => {
    const top = index * ROW;
    const length = Math.max(0, (value / greatest) * room);
    return [
      textAt(0, top + FONT_SIZE, shorten(label, WIDTH)),
      html`<rect
        class="${lookOf(chart, label)}"
        x="0"
        y="${top + FONT_SIZE + GAP}"
        width="${round(length)}"
        height="${BAR}"
      />`,
      textAt(length + GAP, top + FONT_SIZE + GAP + BAR - 2, text),
    ];
  });
  return drawing(chart.title, chart.bars.length * ROW, content);
}

function upright(chart: BarChart): Markup {
  const [top, greatest] = [FONT_SIZE + 2 * GAP, greatestOf(chart)];
  const bottom = top + COLUMNS_HEIGHT;
  const step = WIDTH / chart.bars.length;
  const width = Math.min(WIDEST_COLUMN, step * 0.8);
  const content = chart.bars.flatMap(({ label, value, text }, index) => {
    const middle = (index + 0.5) * step;
    const height = Math.max(0, (value / greatest) * COLUMNS_HEIGHT);
    return [
      html`<rect
        class="${lookOf(chart, label)}"
        x="${round(middle - width / 2)}"
        y="${round(bottom - height)}"
        width="${round(width)}"
        height="${round(height)}"
      />`,
      textAt(middle, bottom - height - GAP, text, 'middle'),
      textAt(middle, bottom + FONT_SIZE + GAP, shorten(label, step), 'middle'),
    ];
  });
  return drawing(chart.title, bottom + 3 * FONT_SIZE + GAP, [
    ...content,
    html`<line x1="0" x2="${WIDTH}" y1="${bottom}" y2="${bottom}" />`,
    textAt(WIDTH / 2, bottom + 2.5 * FONT_SIZE + GAP, chart.axis ?? '', 'middle', 'soft'),
  ]);
}
