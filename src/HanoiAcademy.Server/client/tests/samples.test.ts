import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// The samples are what the C# records really write. Put into a TypeScript file as they are, they must fit the types of src/contract
// exactly: a property too many, one that is missing, and a kind that is not known here are each an error of the compiler.
const client = fileURLToPath(new URL('..', import.meta.url));
const folder = `${client}/node_modules/.academy-samples`;
const sample = (name: string) => readFileSync(`${client}/samples/${name}`, 'utf8');

function compile(name: string, source: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.ts`, source);
  writeFileSync(`${folder}/${name}.json`, JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { types: [], noUnusedLocals: false }, include: [], files: [`${name}.ts`] }));
  const done = spawnSync(process.execPath, [`${client}/node_modules/typescript/bin/tsc`, '-p', `${folder}/${name}.json`, '--noEmit'], { cwd: client, encoding: 'utf8' });
  return `${done.stdout}${done.stderr}`;
}

test('Every view record is known here, as it is written', () => {
  const source = `import type { Kind, RecordOf } from '../../src/contract/records';
export const samples: { [K in Kind]: RecordOf<K>[] } = ${sample('views.json')};`;
  expect(compile('views', source)).toBe('');
}, 60_000);

test('Every command that this client sends is one the rules can read', () => {
  const source = `import type { Command } from '../../src/contract/commands';
type Room = 'launch-drill' | 'tick' | 'recover' | 'take-seat' | 'leave-seat';
type Full = { [K in Command['kind']]: [Extract<Command, { kind: K }>, unknown] } & { [K in Room]: unknown };
export const samples: Full = ${sample('commands.json')};`;
  expect(compile('commands', source)).toBe('');
}, 60_000);

test('The check can fail', () => {
  const views = JSON.parse(sample('views.json')) as Record<string, Record<string, unknown>[]>;
  delete views['feed']?.[0]?.['subject'];
  const source = `import type { Kind, RecordOf } from '../../src/contract/records';
export const samples: { [K in Kind]: RecordOf<K>[] } = ${JSON.stringify(views)};`;
  expect(compile('broken', source)).toContain('subject');
}, 60_000);
