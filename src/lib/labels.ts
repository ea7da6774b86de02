/** Finds a place beside each point for its label, in the order of the points, where nothing else is. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Of its label. */
  readonly width: number;
}

export interface Placement {
  /** Of the point that it is the label of. */
  readonly index: number;
  readonly box: Box;
}

/** Between a label and its point, and whatever else is beside it. */
const GAP = 4;

/** Of those that find no place there is none: they are to be read elsewhere. */
export function placeLabels(
  points: readonly Labelled[],
  area: Box,
  taken: readonly Box[],
  { height, radius }: { readonly height: number; readonly radius: number },
): Placement[] {
  const occupied = [...taken, ...points.map(({ x, y }) => around(x, y, radius, radius))];
  const placements: Placement[] = [];
  points.forEach(({ x, y, width }, index) => {
    // A hair more, or it would be in the way of its own label.
    const away = radius + GAP + 0.5;
    const [half, tall] = [width / 2, height / 2];
    const box = [
      around(x + away + half, y, half, tall),
      around(x - away - half, y, half, tall),
      around(x, y - away - tall, half, tall),
      around(x, y + away + tall, half, tall),
    ].find(
      (place) => isWithin(place, area) && !occupied.some((other) => overlap(widened(place), other)),
    );
    if (!box) return;
    occupied.push(box);
    placements.push({ index, box });
  });
  return placements;
}

function widened({ left, top, right, bottom }: Box): Box {
  return { left: left - GAP, top, right: right + GAP, bottom };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom
  );
}

function around(x: number, y: number, half: number, tall: number): Box {
  return { left: x - half, top: y - tall, right: x + half, bottom: y + tall };
}
