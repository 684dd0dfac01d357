/** So many rows are drawn as they are; a longer list is drawn only where it is looked at. */
export const wholeUpTo = 150;
const spare = 12;

/** The rows that a box shows, with some to spare on both sides: from (inclusive) to (exclusive). */
export function rowsIn(count: number, rowHeight: number, scrollTop: number, boxHeight: number): [number, number] {
  if (count <= wholeUpTo || rowHeight <= 0) return [0, count];
  // In steps, so that a slow scroll does not draw anew at every pixel.
  const first = Math.floor(scrollTop / rowHeight / spare) * spare;
  const shown = Math.ceil(boxHeight / rowHeight);
  return [Math.max(0, Math.min(first - spare, count - shown - spare)), Math.min(count, first + shown + 2 * spare)];
}
