import type { AssetView } from '../contract/records';

export interface Spotted {
  x: number;
  y: number;
}

/** The drawing, without the margins that names need. */
export const width = 1000;
export const height = 560;

/** Where each thing of the map lies: as the author put them, spread over the drawing, or on a ring on which what is linked stands close together. */
export function layout(assets: readonly AssetView[]): Map<string, Spotted> {
  if (assets.some((asset) => asset.x !== 0 || asset.y !== 0)) {
    const across = spread(assets.map((asset) => asset.x), width);
    const down = spread(assets.map((asset) => asset.y), height);
    return new Map(assets.map((asset) => [asset.id, { x: across(asset.x), y: down(asset.y) }]));
  }
  const by = new Map(assets.map((asset) => [asset.id, asset]));
  const ring: string[] = [];
  const visit = (asset: AssetView) => {
    if (ring.includes(asset.id)) return;
    ring.push(asset.id);
    for (const other of assets) if (asset.links.includes(other.id) || other.links.includes(asset.id)) visit(by.get(other.id) ?? asset);
  };
  assets.forEach(visit);
  return new Map(ring.map((id, n) => {
    const turn = (2 * Math.PI * n) / ring.length - Math.PI / 2;
    return [id, { x: Math.round((width / 2) * (1 + 0.95 * Math.cos(turn))), y: Math.round((height / 2) * (1 + 0.95 * Math.sin(turn))) }];
  }));
}

// A team that knows a corner of the world sees that corner large.
function spread(values: number[], most: number): (value: number) => number {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return (value) => (to === from ? most / 2 : Math.round(((value - from) / (to - from)) * most));
}
