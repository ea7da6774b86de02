/** Draws charts, redraws them when their look changes, and exports them as PNG. */
import { Chart, type ChartConfiguration, type ChartType } from 'chart.js';
import { wrap } from './lines';

export const FONT_SIZE = 14;

/** Fonts and colours of the page, or of paper. */
export interface Look {
  readonly family: string;
  readonly font: string;
  readonly token: (name: string) => string;
  /** These options are spread into the options of each chart. */
  readonly options: {
    readonly responsive: boolean;
    readonly maintainAspectRatio: false;
    readonly animation: false;
    readonly events: [];
    readonly devicePixelRatio?: number;
  };
}

export interface Drawing {
  /** Redraws without changing the size or the scales. */
  again(): void;
  png(title: string): Promise<Blob>;
  end(): void;
}

/** Attributes of the root element that change colours or fonts. */
const SETTINGS = ['data-theme', 'data-contrast', 'lang'] as const;

/** A printed chart has this width in pixels, whatever the width of the window. */
const PAPER_WIDTH = 640;
const SHARP = 2;
/** This pixel ratio prints about 290 dots per inch, because a browser prints a canvas as pixels. */
const SHARP_ON_PAPER = 3;
const LEAST_PNG_WIDTH = 640;
const PNG_PADDING = 24;
const TITLE_SIZE = 20;

/** Draws into the canvas, and redraws for printing and when colours or fonts change. */
export function keepDrawn<T extends ChartType, D, L>(
  canvas: HTMLCanvasElement,
  make: (canvas: HTMLCanvasElement, look: Look) => ChartConfiguration<T, D, L>,
): Drawing {
  const onScreen = () => new Chart(canvas, make(canvas, lookOf(canvas)));
  let chart = onScreen();
  const ending = new AbortController();
  const { signal } = ending;
  const redraw = () => {
    chart.destroy();
    chart = onScreen();
  };
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', redraw, { signal });
  }
  // The page's own settings are attributes of the root element.
  const settings = new MutationObserver(redraw);
  settings.observe(document.documentElement, { attributeFilter: [...SETTINGS] });
  // When this event fires, the page still has the screen's colours and width, so those of paper are
  // passed.
  addEventListener(
    'beforeprint',
    () => {
      const height = canvas.clientHeight;
      chart.destroy();
      chart = fixed(
        canvas,
        make,
        { width: PAPER_WIDTH, height },
        lookOf(canvas, '--paper-'),
        SHARP_ON_PAPER,
      );
    },
    { signal },
  );
  addEventListener('afterprint', redraw, { signal });
  // A canvas does not redraw by itself when a font arrives.
  if (document.fonts.status === 'loading') {
    void document.fonts.ready.then(() => {
      if (!signal.aborted) redraw();
    });
  }
  return {
    again: () => {
      chart.draw();
    },
    png: (title) => {
      const size = {
        width: Math.max(canvas.clientWidth, LEAST_PNG_WIDTH),
        height: canvas.clientHeight,
      };
      const look = lookOf(canvas);
      const own = document.createElement('canvas');
      const picture = fixed(own, make, size, look);
      const page = framed(own, size, title, look);
      picture.destroy();
      return blobOf(page);
    },
    end: () => {
      ending.abort();
      settings.disconnect();
      chart.destroy();
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function lookOf(canvas: HTMLCanvasElement, prefix = '--'): Look {
  const style = getComputedStyle(canvas);
  return {
    family: style.fontFamily,
    font: `${String(FONT_SIZE)}px ${style.fontFamily}`,
    token: (name) => style.getPropertyValue(`${prefix}${name}`).trim(),
    options: { responsive: true, maintainAspectRatio: false, animation: false, events: [] },
  };
}

/** Draws a chart at a fixed size and resolution. */
function fixed<T extends ChartType, D, L>(
  canvas: HTMLCanvasElement,
  make: (canvas: HTMLCanvasElement, look: Look) => ChartConfiguration<T, D, L>,
  { width, height }: Size,
  look: Look,
  devicePixelRatio = SHARP,
): Chart<T, D, L> {
  canvas.style.width = '';
  canvas.style.height = '';
  canvas.width = width;
  canvas.height = height;
  const options = { ...look.options, responsive: false, devicePixelRatio };
  return new Chart(canvas, make(canvas, { ...look, options }));
}

/** Adds the page's background and a title to an exported picture. */
function framed(picture: HTMLCanvasElement, size: Size, title: string, look: Look) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const titleFont = `600 ${String(TITLE_SIZE)}px ${look.family}`;
  context.font = titleFont;
  const lines = wrap(context, title, size.width);
  const lineHeight = TITLE_SIZE * 1.3;
  const titleHeight = lines.length * lineHeight + PNG_PADDING;
  canvas.width = (size.width + 2 * PNG_PADDING) * SHARP;
  canvas.height = (size.height + titleHeight + 2 * PNG_PADDING) * SHARP;
  context.scale(SHARP, SHARP);
  context.fillStyle = look.token('paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = titleFont;
  context.fillStyle = look.token('ink');
  context.textBaseline = 'top';
  lines.forEach((line, index) => {
    context.fillText(line, PNG_PADDING, PNG_PADDING + index * lineHeight);
  });
  context.drawImage(picture, PNG_PADDING, PNG_PADDING + titleHeight, size.width, size.height);
  return canvas;
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large for this browser'));
    }, 'image/png');
  });
}
