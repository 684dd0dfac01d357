import { expect, test } from 'vitest';
import type { AssetView } from '../src/contract/records';
import { layout } from '../src/room/layout';

const asset = (id: string, links: string[] = [], x = 0, y = 0): AssetView => ({ kind: 'asset', id, name: id, about: '', assetKind: 'system', state: 's', stateName: 'S', mood: 'ok', links, x, y });

test('Things lie where the author put them', () => {
  expect(layout([asset('a', [], 10, 20), asset('b')]).get('a')).toEqual({ x: 10, y: 20 });
});

test('Without places they stand apart from each other, within the drawing', () => {
  const at = [...layout([asset('a', ['c']), asset('b'), asset('c'), asset('d', ['b'])]).values()];
  for (const [n, one] of at.entries()) {
    expect(one.x >= 0 && one.x <= 1000 && one.y >= 0 && one.y <= 1000).toBe(true);
    for (const other of at.slice(n + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(200);
  }
});

test('What is linked stands next to each other on the ring', () => {
  expect([...layout([asset('a', ['c']), asset('b'), asset('c')]).keys()]).toEqual(['a', 'c', 'b']);
});
