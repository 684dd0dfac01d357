// Builds the browser code for `dotnet build` (client.targets calls it). Plain Node, no package: it is what installs them.
//   node build.mjs <folder for stamps> <output folder>
// Says each long step in one line, which MSBuild shows, and exits 0 (built or nothing to do), 2 (packages could not be fetched) or 1 (our error).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamps = resolve(process.argv[2]);
const output = resolve(process.argv[3]);
const lock = join(stamps, 'lock');
const say = (text) => console.log(text);
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

// Two builds at once (a test run beside `dotnet run`) must not write one folder: the second waits, then finds nothing to do.
function holdLock() {
  mkdirSync(stamps, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
      else sleep(200);
    }
  }
}

function isAbandoned() {
  const pid = Number(read(join(lock, 'pid')));
  if (pid === 0) {
    // Made a moment ago and not yet signed, or left by a killed build.
    try {
      return Date.now() - statSync(lock).mtimeMs > 5_000;
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function hash(paths) {
  const sum = createHash('sha256');
  for (const path of paths) sum.update(path.slice(here.length)).update('\0').update(readFileSync(path)).update('\0');
  return sum.digest('hex');
}

function run(command, args) {
  // A shell only where npm is a .cmd; all arguments are our own constants.
  const done = spawnSync(command, args, { cwd: here, encoding: 'utf8', shell: process.platform === 'win32' });
  return { ok: done.status === 0, text: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` };
}

// An artifacts folder may lie on another disk, where a rename is refused.
function move(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

function packages() {
  const stamp = join(here, 'node_modules', '.academy-stamp');
  const wanted = `${process.platform} ${process.arch} ${hash([join(here, 'package-lock.json')])}`;
  if (read(stamp) === wanted) return true;
  say('Browser code: fetching its packages (npm ci), once, about half a minute.');
  const { ok, text } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok) {
    console.log(text);
    return false;
  }
  writeFileSync(stamp, wanted);
  return true;
}

function bundle() {
  const stamp = join(stamps, 'inputs.sha256');
  const manifest = join(output, 'manifest.json');
  const inputs = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'build.mjs'].map((name) => join(here, name));
  const wanted = hash([...inputs, ...files(join(here, 'src'))]);
  if (read(stamp) !== wanted || !existsSync(manifest)) {
    say('Browser code: building it (Vite), a few seconds.');
    const fresh = join(stamps, 'fresh');
    const vite = join(here, 'node_modules', 'vite', 'bin', 'vite.js');
    const done = spawnSync(process.execPath, [vite, 'build', '--outDir', fresh, '--logLevel', 'warn'], { cwd: here, encoding: 'utf8' });
    if (done.status !== 0) {
      console.log(`${done.stdout}${done.stderr}`);
      return false;
    }
    // Whole or not at all: a build that stops half way leaves the last good bundle.
    rmSync(output, { recursive: true, force: true });
    mkdirSync(dirname(output), { recursive: true });
    move(fresh, output);
    writeFileSync(stamp, wanted);
  }
  const now = new Date();
  for (const file of [stamp, manifest]) utimesSync(file, now, now);
  return true;
}

holdLock();
let code = 1;
try {
  code = !packages() ? 2 : bundle() ? 0 : 1;
} finally {
  rmSync(lock, { recursive: true, force: true });
}
process.exit(code);
