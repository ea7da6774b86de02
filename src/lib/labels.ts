export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Placement {
  readonly index: number;
  readonly box: Box;
}

/** Pixels between a label and its point, or between two labels. */
const GAP = 4;

/**
 * Places labels beside points in the order of the points, without overlaps. A label without room
 * gets no placement, so its text must be available elsewhere.
 */
export function placeLabels(
  points: readonly Labelled[],
  area: Box,
  taken: readonly Box[],
  { height, radius }: { readonly height: number; readonly radius: number },
): Placement[] {
  const occupied = [...taken, ...points.map(({ x, y }) => around(x, y, radius, radius))];
  const placements: Placement[] = [];
  points.forEach(({ x, y, width }, index) => {
    // Half a pixel is added, so that a label does not overlap its own point.
    const distance = radius + GAP + 0.5;
    const [halfWidth, halfHeight] = [width / 2, height / 2];
    const box = [
      around(x + distance + halfWidth, y, halfWidth, halfHeight),
      around(x - distance - halfWidth, y, halfWidth, halfHeight),
      around(x, y - distance - halfHeight, halfWidth, halfHeight),
      around(x, y + distance + halfHeight, halfWidth, halfHeight),
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

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}
