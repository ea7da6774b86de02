/** Positions on the quadrant chart, in pixels. */
import type { Chart, Scale } from 'chart.js';
import { messages } from '../../i18n/locale';
import type { HalvedAxis, Quadrant } from '../../reports/report';
import { FONT_SIZE } from './drawing';
import { overlap, type Box } from '../../lib/labels';

export type Plane = Chart<'scatter'>;

export const RADIUS = 4;
/** Padding between the plane's edges and its labels. */
export const EDGE = 6;
export const LINE = FONT_SIZE * 1.3;
/** The greatest distance in pixels from a pointer to the point it selects. */
const REACH = 24;

export function nearest(plane: Plane, x: number, y: number): number | null {
  const distances = plane
    .getDatasetMeta(0)
    .data.map((point) => Math.hypot(point.x - x, point.y - y));
  const least = Math.min(...distances);
  return least <= REACH ? distances.indexOf(least) : null;
}

/** Adds `pixels` of free space at both ends of an axis of about `length` pixels. */
export function widen(scale: Scale, pixels: number, length: number, least: number): void {
  const share = Math.min(0.4, pixels / Math.max(1, length - 4 * FONT_SIZE));
  const range = Math.max(scale.max - scale.min, least);
  const middle = (scale.max + scale.min) / 2;
  const half = range / 2 / (1 - 2 * share);
  scale.min = middle - half;
  scale.max = middle + half;
}

type Lines = Record<'upper' | 'lower', readonly [readonly string[], readonly string[]]>;

/**
 * Returns the lines of each quarter's name. A name has two lines if two names do not fit side by
 * side.
 */
export function linesOf(
  { quarters }: Quadrant,
  context: CanvasRenderingContext2D,
  font: string,
  width: number,
): Lines {
  context.save();
  context.font = font;
  const widest = Math.max(
    ...[quarters.upper, quarters.lower].flat().map((name) => context.measureText(name).width),
  );
  context.restore();
  const room = width - 6 * FONT_SIZE;
  const lines = (name: string) =>
    2 * widest + 4 * EDGE < room ? [name] : name.split(/(?<=,) |(?<=、)/);
  const pair = ([left, right]: readonly [string, string]) => [lines(left), lines(right)] as const;
  return { upper: pair(quarters.upper), lower: pair(quarters.lower) };
}

export function averagesOf({ scales }: Plane, block: Quadrant): { x: number; y: number } {
  return {
    x: scales['x']!.getPixelForValue(Math.log10(block.x.average)),
    y: scales['y']!.getPixelForValue(block.y.average),
  };
}

export function averageText({ averageText: text }: HalvedAxis): string {
  return messages().menu.average(text);
}

/**
 * Returns the place for the label of the horizontal average line: above or below one of its ends,
 * where no point is.
 */
export function averageBox(plane: Plane, block: Quadrant, font: string): Box {
  const { ctx, chartArea: area } = plane;
  const { y } = averagesOf(plane, block);
  ctx.save();
  ctx.font = font;
  const { width } = ctx.measureText(averageText(block.y));
  ctx.restore();
  const places = [area.right - EDGE - width, area.left + EDGE].flatMap((left) =>
    [y - LINE, y + 3].map((top) => ({ left, top, right: left + width, bottom: top + FONT_SIZE })),
  );
  const points = pointsOf(plane).map(boxAround);
  return places.find((place) => !points.some((point) => overlap(place, point))) ?? places[0]!;
}

export function quarterBoxes(
  plane: Plane,
  block: Quadrant,
  font: string,
): { line: string; box: Box }[] {
  const { ctx, chartArea: area } = plane;
  const lines = linesOf(block, ctx, font, plane.width);
  ctx.save();
  ctx.font = `italic ${font}`;
  const boxes = (['upper', 'lower'] as const).flatMap((row) =>
    lines[row].flatMap((own, side) =>
      own.map((line, index) => {
        const { width } = ctx.measureText(line);
        const left = side === 0 ? area.left + EDGE : area.right - EDGE - width;
        const first = row === 'upper' ? area.top + EDGE : area.bottom - EDGE - own.length * LINE;
        const top = first + index * LINE;
        return { line, box: { left, top, right: left + width, bottom: top + LINE } };
      }),
    ),
  );
  ctx.restore();
  return boxes;
}

export function pointsOf(plane: Plane): { x: number; y: number }[] {
  return plane.getDatasetMeta(0).data.map(({ x, y }) => ({ x, y }));
}

function boxAround({ x, y }: { x: number; y: number }): Box {
  return { left: x - RADIUS, top: y - RADIUS, right: x + RADIUS, bottom: y + RADIUS };
}
