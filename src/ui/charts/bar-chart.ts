/** The one place that knows Chart.js: a bar chart in the page's own type and colours. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartConfiguration,
} from 'chart.js';
import { clip } from '../../lib/format';
import type { BarChart } from '../../reports/report';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const FONT_SIZE = 14;
const CHARACTER_WIDTH = FONT_SIZE * 0.56;
/** How thick a lying bar is. */
const BAR = 14;
/** Between a bar and its number. */
const GAP = 6;

/** Draws into the canvas and redraws when the colour scheme or the paper changes; returns how to end it. */
export function drawBars(canvas: HTMLCanvasElement, block: BarChart): () => void {
  let chart = new Chart(canvas, configuration(canvas, block, false));
  const ending = new AbortController();
  const draw = (isOnPaper: boolean) => {
    chart.destroy();
    chart = new Chart(canvas, configuration(canvas, block, isOnPaper));
  };
  const redraw = () => {
    draw(false);
  };
  const { signal } = ending;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal });
  // The page still has the colours of the screen when it is told that it will be printed.
  addEventListener(
    'beforeprint',
    () => {
      draw(true);
    },
    { signal },
  );
  addEventListener('afterprint', redraw, { signal });
  // A canvas takes the font that is there when it is drawn.
  if (document.fonts.status === 'loading') {
    void document.fonts.ready.then(() => {
      if (!signal.aborted) redraw();
    });
  }
  return () => {
    ending.abort();
    chart.destroy();
  };
}

function configuration(
  canvas: HTMLCanvasElement,
  block: BarChart,
  isOnPaper: boolean,
): ChartConfiguration<'bar', number[], string> {
  const style = getComputedStyle(canvas);
  const token = (name: string) =>
    style.getPropertyValue(isOnPaper ? `--paper-${name}` : `--${name}`).trim();
  const isHorizontal = block.direction === 'bars';
  const hasMark = block.bars.some(({ label }) => label === block.marked);
  const context = canvas.getContext('2d');
  const font = `${String(FONT_SIZE)}px ${style.fontFamily}`;
  if (context) context.font = font;
  const widest = Math.max(
    0,
    ...block.bars.map(({ text }) => context?.measureText(text).width ?? 0),
  );
  const hidden = { display: false };
  const numbers = { ...hidden, beginAtZero: true };
  const labels = {
    ticks: { color: token('ink'), font: { family: style.fontFamily, size: FONT_SIZE } },
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
              ctx.fillText(shorten(label, width), chartArea.left, y! - BAR / 2 - FONT_SIZE / 2 - 2);
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
      indexAxis: isHorizontal ? 'y' : 'x',
      // Room at the end of the longest bar for its number.
      layout: {
        padding: isHorizontal
          ? { right: widest + 2 * GAP, top: FONT_SIZE }
          : { top: FONT_SIZE + 2 * GAP },
      },
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      scales: isHorizontal ? { x: numbers, y: hidden } : { x: labels, y: numbers },
    },
  };
}

/** A label as far as it goes in one line of that many pixels. */
function shorten(label: string, width: number): string {
  return clip(label, Math.max(1, Math.floor(width / CHARACTER_WIDTH) - 1));
}
