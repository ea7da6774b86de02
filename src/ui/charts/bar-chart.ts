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

const LONGEST_LABEL = 26;
const FONT_SIZE = 14;

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
  const categories = {
    ticks: { color: token('--ink'), font, autoSkip: false, maxRotation: 0 },
    grid: { display: false },
    border: { color: token('--line') },
  };
  // Room at the end of the longest bar for its number.
  const numbers = { display: false, beginAtZero: true, grace: isHorizontal ? '35%' : '12%' };
  return {
    type: 'bar',
    data: {
      labels: block.bars.map(({ label }) => shorten(label)),
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
            ctx.fillText(text, isHorizontal ? Math.max(x, 0) + 8 : x, isHorizontal ? y : y - 4);
          });
          ctx.restore();
        },
      },
    ],
    options: {
      indexAxis: isHorizontal ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      scales: isHorizontal ? { x: numbers, y: categories } : { x: categories, y: numbers },
    },
  };
}

/** The table beside the picture has the whole name. */
function shorten(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
