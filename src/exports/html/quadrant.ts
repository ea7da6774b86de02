/** Draws points in four quarters like the page. */
import { formatCount, formatMoney } from '../../i18n/format';
import { placeLabels, type Box } from '../../lib/labels';
import { messages } from '../../i18n/locale';
import { niceTicks, powerTicks } from '../../lib/ticks';
import type { Quadrant } from '../../reports/report';
import { html, type Markup } from './markup';
import { drawing, FONT_SIZE, round, shorten, textAt, WIDTH, widthOf } from './svg';

const HEIGHT = 400;
const AREA: Box = { left: 70, top: 24, right: WIDTH - 8, bottom: HEIGHT - 52 };
const RADIUS = 4;
const EDGE = 6;
const LONGEST_LABEL = 120;
/** The margins without points: at the sides, and above and below for the names of the quarters. */
const MARGIN = { x: 20, y: 30 };

type Scale = (value: number) => number;

export function quadrantOf(block: Quadrant): Markup {
  const orders = block.points.map(({ x }) => Math.log10(x));
  const xAxis = axisOf([...orders, Math.log10(block.x.average)], AREA.left, AREA.right, MARGIN.x);
  const yAxis = axisOf(
    [...block.points.map(({ y }) => y), block.y.average],
    AREA.bottom,
    AREA.top,
    MARGIN.y,
  );
  const points = block.points.map(({ y }, index) => ({
    x: xAxis.at(orders[index]!),
    y: yAxis.at(y),
  }));
  const average = { x: xAxis.at(Math.log10(block.x.average)), y: yAxis.at(block.y.average) };
  const [xText, yText] = [block.x, block.y].map((axis) =>
    messages().sharing.average(axis.averageText),
  ) as [string, string];
  const written = [
    ...quartersOf(block),
    { x: AREA.right - EDGE, y: average.y - 4, text: yText, anchor: 'end' as const, look: 'soft' },
  ];
  const half = widthOf(xText) / 2;
  return drawing(block.title, HEIGHT, [
    line(average.x, AREA.top, average.x, AREA.bottom),
    line(AREA.left, average.y, AREA.right, average.y),
    line(AREA.left, AREA.bottom, AREA.right, AREA.bottom),
    line(AREA.left, AREA.top, AREA.left, AREA.bottom),
    ...ticksOf(block, xAxis, yAxis),
    ...written.map(({ x, y, text, anchor, look }) => textAt(x, y, text, anchor, look)),
    textAt(
      Math.min(AREA.right - half, Math.max(AREA.left + half, average.x)),
      AREA.top - EDGE,
      xText,
      'middle',
      'soft',
    ),
    ...block.points.map(
      ({ stands }, index) =>
        html`<circle
          class="${stands ? 'bar' : 'point'}"
          cx="${round(points[index]!.x)}"
          cy="${round(points[index]!.y)}"
          r="${RADIUS}"
        />`,
    ),
    ...labelsOf(block, points, [
      { left: average.x - 1, right: average.x + 1, top: AREA.top, bottom: AREA.bottom },
      { left: AREA.left, right: AREA.right, top: average.y - 1, bottom: average.y + 1 },
      ...written.map(boxOf),
    ]),
  ]);
}

/**
 * Returns the scale of an axis from the least to the greatest value, with a margin at both ends.
 */
function axisOf(values: readonly number[], from: number, to: number, margin: number) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least || 1;
  const own = margin * Math.sign(to - from);
  const at: Scale = (value) => from + own + ((value - least) / range) * (to - from - 2 * own);
  const share = margin / (Math.abs(to - from) - 2 * margin);
  return { at, min: least - share * range, max: most + share * range };
}

type Axis = ReturnType<typeof axisOf>;

function ticksOf(block: Quadrant, x: Axis, y: Axis): Markup[] {
  const [min, max] = [10 ** x.min, 10 ** x.max];
  const apart = widthOf(formatCount(Math.round(max))) + 2 * FONT_SIZE;
  const ratio = (max / min) ** (apart / (AREA.right - AREA.left));
  const middle = { x: (AREA.left + AREA.right) / 2, y: (AREA.top + AREA.bottom) / 2 };
  return [
    ...powerTicks(min, max, ratio).map((tick) =>
      textAt(x.at(Math.log10(tick)), AREA.bottom + 18, formatCount(tick), 'middle', 'soft'),
    ),
    ...niceTicks(Math.max(0, y.min), y.max).map((tick) =>
      textAt(
        AREA.left - EDGE,
        y.at(tick) + 5,
        formatMoney(BigInt(Math.round(tick * 100))),
        'end',
        'soft',
      ),
    ),
    textAt(middle.x, HEIGHT - 8, block.x.label, 'middle', 'soft'),
    html`<text
      class="soft"
      text-anchor="middle"
      transform="translate(${FONT_SIZE} ${round(middle.y)}) rotate(-90)"
      >${block.y.label}</text
    >`,
  ];
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly look: string;
}

function quartersOf({ quarters }: Quadrant): Written[] {
  return (['upper', 'lower'] as const).flatMap((row) =>
    quarters[row].map((text, side) => ({
      x: side === 0 ? AREA.left + EDGE : AREA.right - EDGE,
      y: row === 'upper' ? AREA.top + FONT_SIZE + EDGE : AREA.bottom - EDGE,
      text,
      anchor: side === 0 ? ('start' as const) : ('end' as const),
      look: 'soft quarter',
    })),
  );
}

function boxOf({ x, y, text, anchor }: Written): Box {
  const width = widthOf(text);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - FONT_SIZE, bottom: y + 4 };
}

function labelsOf(
  { points: own }: Quadrant,
  points: readonly { x: number; y: number }[],
  taken: readonly Box[],
): Markup[] {
  const names = own.map(({ name }) => shorten(name, LONGEST_LABEL));
  const labelled = points.map((point, index) => ({ ...point, width: widthOf(names[index]!) }));
  const size = { height: FONT_SIZE + 2, radius: RADIUS };
  return placeLabels(labelled, AREA, taken, size).map(({ index, box }) =>
    textAt((box.left + box.right) / 2, box.bottom - 4, names[index]!, 'middle'),
  );
}

function line(x1: number, y1: number, x2: number, y2: number): Markup {
  return html`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" />`;
}
