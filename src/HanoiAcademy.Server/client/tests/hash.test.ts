import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest, sha256 } from '../src/room/hash';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('The hand-written SHA-256, for plain-http classrooms, is SHA-256', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    expect(hex(digest(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  }));
});

test('The browser’s own gives the same', async () => {
  const bytes = new TextEncoder().encode('invoice');
  expect(await sha256(bytes.buffer)).toBe(hex(digest(bytes)));
});
