/** What of a chart is pointed at: by a mouse, a pen or a finger. Keys have the table beside it. */
import { Chart } from 'chart.js';
import type { Drawing } from './drawing';

/** The one that is pointed at; what is drawn shows it. */
export interface Pointed {
  index: number | null;
}

interface Pointing {
  readonly pointed: Pointed;
  /** Which of them is at a place of the canvas, in its own pixels. */
  readonly find: (chart: Chart, x: number, y: number) => number | null;
  /** A finger cannot point without touching: what it touches first is shown, and picked when touched again. */
  readonly isShownFirst: boolean;
  readonly onpick: ((index: number) => void) | undefined;
}

/** The drawing with what is pointed at set off; its picture has nothing set off. */
export function withPointing(
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  { pointed, find, isShownFirst, onpick }: Pointing,
): Drawing {
  const ending = new AbortController();
  const { signal } = ending;
  let before: number | null = null;
  const point = (index: number | null) => {
    if (index === pointed.index) return;
    pointed.index = index;
    canvas.style.cursor = index !== null && onpick ? 'pointer' : '';
    drawing.again();
  };
  const at = ({ offsetX, offsetY }: MouseEvent) => {
    const chart = Chart.getChart(canvas);
    return chart ? find(chart, offsetX, offsetY) : null;
  };
  canvas.addEventListener(
    'pointermove',
    (event) => {
      point(at(event));
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      before = event.pointerType === 'touch' ? pointed.index : at(event);
      point(at(event));
    },
    { signal },
  );
  canvas.addEventListener(
    'click',
    (event) => {
      const index = at(event);
      if (index === null || (isShownFirst && index !== before)) return;
      onpick?.(index);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      // A finger that is lifted has left too, and now its owner reads.
      if (pointerType === 'mouse' || !isShownFirst) point(null);
    },
    { signal },
  );
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') point(null);
    },
    { signal },
  );
  return {
    ...drawing,
    png: (title) => {
      point(null);
      return drawing.png(title);
    },
    end: () => {
      ending.abort();
      canvas.style.cursor = '';
      drawing.end();
    },
  };
}
