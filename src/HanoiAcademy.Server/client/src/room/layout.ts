import type { AssetView } from '../contract/records';

export interface Spotted {
  x: number;
  y: number;
}

/** Where each thing of the map lies, 0 to 1000 both ways: where the author put it, else on a ring on which what is linked stands close together. */
export function layout(assets: readonly AssetView[]): Map<string, Spotted> {
  if (assets.some((asset) => asset.x !== 0 || asset.y !== 0)) return new Map(assets.map((asset) => [asset.id, { x: asset.x, y: asset.y }]));
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
    return [id, { x: Math.round(500 + 430 * Math.cos(turn)), y: Math.round(500 + 430 * Math.sin(turn)) }];
  }));
}
