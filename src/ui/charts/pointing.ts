/**
 * Highlights the part of a chart under a mouse, pen or finger. Keyboard users can use the table
 * beside the chart.
 */
import { Chart } from 'chart.js';
import type { Drawing } from './drawing';

/** The highlighted element; the drawing code reads it. */
export interface Pointed {
  index: number | null;
}

interface Pointing {
  readonly pointed: Pointed;
  /** Returns the index of the element at a position on the canvas, in CSS pixels. */
  readonly find: (chart: Chart, x: number, y: number) => number | null;
  /**
   * Whether the first touch only highlights and the second touch picks, because a finger cannot
   * hover.
   */
  readonly isShownFirst: boolean;
  readonly onpick: ((index: number) => void) | undefined;
}

/** Draws the chart with highlighting. The exported picture has no highlight. */
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
      // Lifting a finger fires this event too, but the person is then still reading the label.
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
