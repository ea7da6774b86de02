/** A bar chart in the page's own type and colours. */
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

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** How thick a lying bar is. */
const BAR = 14;
/** Between a bar and its number. */
const GAP = 6;

export function drawBars(canvas: HTMLCanvasElement, block: BarChart): Drawing {
  return keepDrawn(canvas, (own, look) => configuration(own, look, block));
}

function configuration(
  canvas: HTMLCanvasElement,
  { family, font, token, options }: Look,
  block: BarChart,
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
            token(!hasMark || label === block.marked ? 'accent' : 'line'),
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
              // A name stands above its bar, where it has the whole width.
              const top = y! - BAR / 2 - FONT_SIZE / 2 - 2;
              ctx.fillText(shorten(ctx, label, width - chartArea.left), chartArea.left, top);
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
      // Room at the end of the longest bar for its number.
      layout: {
        padding: isHorizontal
          ? { right: widest + 2 * GAP, top: FONT_SIZE }
          : { top: FONT_SIZE + 2 * GAP },
      },
      scales: isHorizontal ? { x: numbers, y: hidden } : { x: labels, y: numbers },
    },
  };
}
