/** Draws a bar chart in the page's fonts and colours. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartConfiguration,
} from 'chart.js';
import type { BarChart } from '../../reports/report';
import { FONT_SIZE, keepDrawn, type Drawing, type Look } from './drawing';
import { shorten } from './lines';
import { withPointing, type Pointed } from './pointing';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** The thickness of a horizontal bar, in pixels. */
const BAR = 14;
/** Pixels between a bar and its number. */
const GAP = 6;

/** Draws a bar chart. With `onpick`, a click on a bar or its name picks the name. */
export function drawBars(
  canvas: HTMLCanvasElement,
  block: BarChart,
  onpick?: (label: string) => void,
): Drawing {
  const pointed: Pointed = { index: null };
  const drawing = keepDrawn(canvas, (own, look) => configuration(own, look, block, pointed));
  if (!onpick) return drawing;
  return withPointing(canvas, drawing, {
    pointed,
    find: (chart, _, y) => rowAt(chart, y),
    isShownFirst: false,
    onpick: (index) => {
      const { label } = block.bars[index] ?? {};
      if (label !== undefined) onpick(label);
    },
  });
}

/**
 * Returns the index of the horizontal bar at the height `y`, where a bar includes the name above
 * it.
 */
function rowAt(chart: Chart, y: number): number | null {
  const { top, height } = chart.chartArea;
  const bars = chart.getDatasetMeta(0).data.length;
  const row = Math.floor(((y - top + FONT_SIZE / 2) / height) * bars);
  return row >= 0 && row < bars ? row : null;
}

function configuration(
  canvas: HTMLCanvasElement,
  { family, font, token, options }: Look,
  block: BarChart,
  pointed: Pointed,
): ChartConfiguration<'bar', number[], string> {
  const isHorizontal = block.direction === 'bars';
  const hasMark = block.bars.some(({ label }) => label === block.marked);
  const context = canvas.getContext('2d');
  if (context) context.font = font;
  const widest = Math.max(
    0,
    ...block.bars.map(({ text }) => context?.measureText(text).width ?? 0),
  );
  const hidden = { display: false };
  const numbers = { ...hidden, beginAtZero: true };
  const type = { family, size: FONT_SIZE };
  const labels = {
    ticks: { color: token('ink'), font: type },
    title: { display: true, text: block.axis ?? '', color: token('ink-soft'), font: type },
    grid: hidden,
    border: { color: token('line') },
  };
  return {
    type: 'bar',
    data: {
      labels: block.bars.map(({ label }) => label),
      datasets: [
        {
          data: block.bars.map(({ value }) => value),
          backgroundColor: block.bars.map(({ label }) =>
            token(!hasMark || label === block.marked ? 'accent' : 'bar'),
          ),
          barThickness: isHorizontal ? BAR : 'flex',
          maxBarThickness: 72,
        },
      ],
    },
    plugins: [
      {
        id: 'words',
        afterDatasetsDraw: (chart) => {
          const { ctx, chartArea, width } = chart;
          ctx.save();
          ctx.font = font;
          ctx.fillStyle = token('ink');
          ctx.textBaseline = isHorizontal ? 'middle' : 'bottom';
          ctx.textAlign = isHorizontal ? 'left' : 'center';
          chart.getDatasetMeta(0).data.forEach((bar, index) => {
            const { label = '', text = '' } = block.bars[index] ?? {};
            const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as Record<string, number>;
            if (isHorizontal) {
              // Puts the name above its bar, where the full width is free.
              const top = y! - BAR / 2 - FONT_SIZE / 2 - 2;
              const name = shorten(ctx, label, width - chartArea.left);
              ctx.fillText(name, chartArea.left, top);
              if (index === pointed.index) {
                // Underlines the name under the pointer, as tables do.
                ctx.fillRect(
                  chartArea.left,
                  top + FONT_SIZE / 2 + 1,
                  ctx.measureText(name).width,
                  1,
                );
                ctx.fillRect(Math.min(x!, base!), y! - BAR / 2, Math.abs(x! - base!), BAR);
              }
              ctx.fillText(text, Math.max(x!, base!) + GAP, y!);
            } else {
              ctx.fillText(text, x!, Math.min(y!, base!) - GAP);
            }
          });
          ctx.restore();
        },
      },
    ],
    options: {
      ...options,
      indexAxis: isHorizontal ? 'y' : 'x',
      // Leaves room for the number of the longest bar.
      layout: {
        padding: isHorizontal
          ? { right: widest + 2 * GAP, top: FONT_SIZE }
          : { top: FONT_SIZE + 2 * GAP },
      },
      scales: isHorizontal ? { x: numbers, y: hidden } : { x: labels, y: numbers },
    },
  };
}
