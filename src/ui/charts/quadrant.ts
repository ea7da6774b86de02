/** Draws points in four named quarters, and labels points where there is room. */
import {
  Chart,
  LinearScale,
  PointElement,
  ScatterController,
  type ChartConfiguration,
} from 'chart.js';
import { formatCount, formatMoney } from '../../i18n/format';
import type { HalvedAxis, Quadrant } from '../../reports/report';
import { placeLabels } from '../../lib/labels';
import { niceTicks, powerTicks } from '../../lib/ticks';
import { FONT_SIZE, keepDrawn, type Drawing, type Look } from './drawing';
import { shorten } from './lines';
import {
  averageBox,
  averagesOf,
  averageText,
  EDGE,
  LINE,
  linesOf,
  nearest,
  pointsOf,
  quarterBoxes,
  RADIUS,
  widen,
  type Plane,
} from './plane';
import { withPointing, type Pointed } from './pointing';

Chart.register(ScatterController, PointElement, LinearScale);

const LONGEST_LABEL = 160;
/** Free pixels at the left and right of the chart. */
const SIDE = 20;
/** The greatest width of a digit in a tick label, in pixels. */
const DIGIT = 9;

export function drawQuadrant(
  canvas: HTMLCanvasElement,
  block: Quadrant,
  onpick?: (name: string) => void,
): Drawing {
  const pointed: Pointed = { index: null };
  const drawing = keepDrawn(canvas, (_, look) => configuration(look, block, pointed));
  return withPointing(canvas, drawing, {
    pointed,
    find: (plane, x, y) => nearest(plane as Plane, x, y),
    isShownFirst: true,
    onpick:
      onpick &&
      ((index) => {
        const { name } = block.points[index] ?? {};
        if (name !== undefined) onpick(name);
      }),
  });
}

/**
 * Configures the chart. The order axis is logarithmic, because a few bestsellers would otherwise
 * push all other dishes into a corner.
 */
function configuration(
  { family, font, token, options }: Look,
  block: Quadrant,
  pointed: Pointed,
): ChartConfiguration<'scatter'> {
  const type = { family, size: FONT_SIZE };
  const axis = ({ label }: HalvedAxis) => ({
    title: { display: true, text: label, color: token('ink-soft'), font: type },
    grid: { display: false },
    border: { color: token('line') },
  });
  const ticks = { color: token('ink-soft'), font: type, autoSkip: false, maxRotation: 0 };
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: block.points.map(({ x, y }) => ({ x: Math.log10(x), y })),
          pointRadius: RADIUS,
          pointBorderWidth: 0,
          pointBackgroundColor: block.points.map(({ stands }) =>
            token(stands ? 'accent' : 'ink-soft'),
          ),
          clip: false,
        },
      ],
    },
    plugins: [
      {
        id: 'words',
        beforeDatasetsDraw: (plane) => {
          drawHalves(plane, block, font, token);
        },
        afterDatasetsDraw: (plane) => {
          drawLabels(plane, block, font, token);
          if (pointed.index !== null) drawPointed(plane, block, pointed.index, font, token);
        },
      },
    ],
    options: {
      ...options,
      layout: { padding: { top: LINE, right: EDGE } },
      scales: {
        x: {
          ...axis(block.x),
          ticks: { ...ticks, callback: (value) => formatCount(Math.round(10 ** Number(value))) },
          afterDataLimits: (scale) => {
            widen(scale, SIDE, scale.chart.width, 0.1);
          },
          afterBuildTicks: (scale) => {
            const [min, max] = [10 ** scale.min, 10 ** scale.max];
            const apart = (formatCount(Math.round(max)).length + 2) * DIGIT;
            const ratio = (max / min) ** (apart / scale.chart.width);
            scale.ticks = powerTicks(min, max, ratio).map((value) => ({
              value: Math.log10(value),
            }));
          },
        },
        y: {
          ...axis(block.y),
          ticks: {
            ...ticks,
            callback: (value) => formatMoney(BigInt(Math.round(Number(value) * 100))),
          },
          afterDataLimits: (scale) => {
            const lines = linesOf(block, scale.chart.ctx, font, scale.chart.width).upper[0].length;
            widen(scale, lines * LINE + 2 * EDGE, scale.chart.height, 1);
          },
          afterBuildTicks: (scale) => {
            const least = hasLoss(block) ? scale.min : Math.max(0, scale.min);
            scale.ticks = niceTicks(least, scale.max).map((value) => ({ value }));
          },
        },
      },
    },
  };
}

/** Whether a point is below zero; the area below zero is shown only then. */
function hasLoss({ points }: Quadrant): boolean {
  return points.some(({ y }) => y < 0);
}

type Token = Look['token'];

function drawHalves(plane: Plane, block: Quadrant, font: string, token: Token): void {
  const { ctx, chartArea: area } = plane;
  const { x, y } = averagesOf(plane, block);
  ctx.save();
  ctx.strokeStyle = token('line');
  ctx.beginPath();
  ctx.moveTo(x, area.top);
  ctx.lineTo(x, area.bottom);
  ctx.moveTo(area.left, y);
  ctx.lineTo(area.right, y);
  ctx.stroke();
  const zero = plane.scales['y']!.getPixelForValue(0);
  if (hasLoss(block)) {
    ctx.setLineDash([2, 4]);
    ctx.beginPath();
    ctx.moveTo(area.left, zero);
    ctx.lineTo(area.right, zero);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.font = font;
  ctx.fillStyle = token('ink-soft');
  const text = averageText(block.x);
  const half = ctx.measureText(text).width / 2;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillText(text, Math.min(area.right - half, Math.max(area.left + half, x)), area.top - 2);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const { left, top } = averageBox(plane, block, font);
  ctx.fillText(averageText(block.y), left, top);
  ctx.font = `italic ${font}`;
  for (const { line, box } of quarterBoxes(plane, block, font)) {
    // Erases the line that runs behind the text.
    ctx.clearRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    ctx.fillText(line, box.left, box.top);
  }
  ctx.restore();
}

function drawLabels(plane: Plane, block: Quadrant, font: string, token: Token): void {
  const { ctx, chartArea: area } = plane;
  const { x, y } = averagesOf(plane, block);
  ctx.save();
  ctx.font = font;
  ctx.fillStyle = token('ink');
  ctx.textBaseline = 'middle';
  const longest = Math.min(LONGEST_LABEL, (area.right - area.left) / 3);
  const names = block.points.map(({ name }) => shorten(ctx, name, longest));
  const points = pointsOf(plane).map((point, index) => ({
    ...point,
    width: ctx.measureText(names[index] ?? '').width,
  }));
  const taken = [
    { left: x - 1, top: area.top, right: x + 1, bottom: area.bottom },
    { left: area.left, top: y - 1, right: area.right, bottom: y + 1 },
    averageBox(plane, block, font),
    ...quarterBoxes(plane, block, font).map(({ box }) => box),
  ];
  const size = { height: FONT_SIZE + 2, radius: RADIUS };
  for (const { index, box } of placeLabels(points, area, taken, size)) {
    ctx.fillText(names[index] ?? '', box.left, (box.top + box.bottom) / 2);
  }
  ctx.restore();
}

/** Draws the highlighted point above all others, with its name and numbers. */
function drawPointed(
  plane: Plane,
  block: Quadrant,
  index: number,
  font: string,
  token: Token,
): void {
  const { ctx, width } = plane;
  const [point, own] = [pointsOf(plane)[index], block.points[index]];
  if (!point || !own) return;
  ctx.save();
  ctx.font = font;
  const lines = [shorten(ctx, own.name, width / 2), own.text];
  const wide = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 2 * EDGE;
  const tall = lines.length * LINE + EDGE;
  const left = Math.min(width - wide - 1, Math.max(1, point.x - wide / 2));
  const above = point.y - RADIUS - EDGE - tall;
  const top = above < 1 ? point.y + RADIUS + EDGE : above;
  ctx.strokeStyle = token('ink');
  ctx.fillStyle = token('paper');
  ctx.fillRect(left, top, wide, tall);
  ctx.strokeRect(left, top, wide, tall);
  ctx.beginPath();
  ctx.arc(point.x, point.y, RADIUS + 3, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.fillStyle = token('ink');
  ctx.textBaseline = 'top';
  lines.forEach((line, row) => {
    ctx.fillText(line, left + EDGE, top + EDGE / 2 + row * LINE + 2);
  });
  ctx.restore();
}
