/** The one place that knows Chart.js: a bar chart in the page's own type and colours. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartConfiguration,
} from 'chart.js';
import type { BarChart } from '../../reports/report';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const FONT_SIZE = 14;
const CHARACTER_WIDTH = FONT_SIZE * 0.56;
/** Between a bar and its number. */
const GAP = 6;

/** Draws into the canvas and redraws when the colour scheme or the paper changes; returns how to end it. */
export function drawBars(canvas: HTMLCanvasElement, block: BarChart): () => void {
  const chart = new Chart(canvas, configuration(canvas, block));
  const ending = new AbortController();
  const redraw = () => {
    const { data, options } = configuration(canvas, block);
    chart.data = data;
    chart.options = options ?? {};
    chart.resize();
    chart.update('none');
  };
  const { signal } = ending;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal });
  addEventListener('beforeprint', redraw, { signal });
  addEventListener('afterprint', redraw, { signal });
  // A canvas takes the font that is there when it is drawn.
  void document.fonts.ready.then(() => {
    if (!signal.aborted) redraw();
  });
  return () => {
    ending.abort();
    chart.destroy();
  };
}

function configuration(
  canvas: HTMLCanvasElement,
  block: BarChart,
): ChartConfiguration<'bar', number[], string> {
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: style.fontFamily, size: FONT_SIZE };
  const isHorizontal = block.direction === 'bars';
  const hasMark = block.bars.some(({ label }) => label === block.marked);
  const room = isHorizontal ? widestNumber(canvas, block, style.fontFamily) + 2 * GAP : 0;
  const categories = {
    ticks: {
      color: token('--ink'),
      font,
      autoSkip: false,
      maxRotation: 0,
      callback(this: { chart: Chart }, _: unknown, index: number) {
        const label = block.bars[index]?.label ?? '';
        if (!isHorizontal) return label;
        // Chart.js gives an axis at most half of the picture and cuts what is longer at its start.
        const half = (this.chart.width - room) / 2 - 2 * GAP;
        return shorten(label, Math.floor(half / CHARACTER_WIDTH));
      },
    },
    grid: { display: false },
    border: { color: token('--line') },
  };
  const numbers = { display: false, beginAtZero: true };
  return {
    type: 'bar',
    data: {
      labels: block.bars.map(({ label }) => label),
      datasets: [
        {
          data: block.bars.map(({ value }) => value),
          backgroundColor: block.bars.map(({ label }) =>
            !hasMark || label === block.marked ? token('--accent') : token('--line'),
          ),
          maxBarThickness: isHorizontal ? 22 : 72,
        },
      ],
    },
    plugins: [
      {
        id: 'numbers',
        afterDatasetsDraw: (chart) => {
          const { ctx } = chart;
          ctx.save();
          ctx.font = `${String(FONT_SIZE)}px ${style.fontFamily}`;
          ctx.fillStyle = token('--ink');
          ctx.textAlign = isHorizontal ? 'left' : 'center';
          ctx.textBaseline = isHorizontal ? 'middle' : 'bottom';
          chart.getDatasetMeta(0).data.forEach(({ x, y }, index) => {
            const text = block.bars[index]?.text ?? '';
            ctx.fillText(text, isHorizontal ? Math.max(x, 0) + GAP : x, isHorizontal ? y : y - GAP);
          });
          ctx.restore();
        },
      },
    ],
    options: {
      indexAxis: isHorizontal ? 'y' : 'x',
      // Room at the end of the longest bar for its number.
      layout: { padding: isHorizontal ? { right: room } : { top: FONT_SIZE + 2 * GAP } },
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      scales: isHorizontal ? { x: numbers, y: categories } : { x: categories, y: numbers },
    },
  };
}

function shorten(label: string, characters: number): string {
  return label.length > characters ? `${label.slice(0, Math.max(1, characters - 1))}…` : label;
}

function widestNumber(canvas: HTMLCanvasElement, block: BarChart, family: string): number {
  const context = canvas.getContext('2d');
  if (!context) return 0;
  context.save();
  context.font = `${String(FONT_SIZE)}px ${family}`;
  const widths = block.bars.map(({ text }) => context.measureText(text).width);
  context.restore();
  return Math.max(0, ...widths);
}
