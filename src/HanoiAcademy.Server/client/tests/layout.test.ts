import { expect, test } from 'vitest';
import type { AssetView } from '../src/contract/records';
import { height, layout, width } from '../src/room/layout';

const asset = (id: string, links: string[] = [], x = 0, y = 0): AssetView => ({ kind: 'asset', id, name: id, about: '', assetKind: 'system', state: 's', stateName: 'S', mood: 'ok', links, x, y });

test('Things lie as the author put them, spread over the drawing', () => {
  const at = layout([asset('a', [], 300, 200), asset('b', [], 400, 300), asset('c', [], 350, 200)]);
  expect([at.get('a'), at.get('b'), at.get('c')]).toEqual([{ x: 0, y: 0 }, { x: width, y: height }, { x: width / 2, y: 0 }]);
  expect(layout([asset('a', [], 300, 200)]).get('a')).toEqual({ x: width / 2, y: height / 2 });
});

test('Without places they stand apart from each other, within the drawing', () => {
  const at = [...layout([asset('a', ['c']), asset('b'), asset('c'), asset('d', ['b'])]).values()];
  for (const [n, one] of at.entries()) {
    expect(one.x >= 0 && one.x <= width && one.y >= 0 && one.y <= height).toBe(true);
    for (const other of at.slice(n + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(200);
  }
});

test('What is linked stands next to each other on the ring', () => {
  expect([...layout([asset('a', ['c']), asset('b'), asset('c')]).keys()]).toEqual(['a', 'c', 'b']);
});
