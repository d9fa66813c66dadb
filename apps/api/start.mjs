import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `npm start`: installs and builds when needed, then runs the product on the Node that the lock file names. */

export const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const installed = join(root, 'node_modules/.installed');
const out = join(root, 'dist');
const webOut = join(root, 'apps/web/dist');
const compiler = ['package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** Installs the packages of package-lock.json unless they are there. */
export async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { shell: npm.length === 1 && process.platform === 'win32' };
  await step(
    'Install the packages',
    [
      [...npm, 'ci', ...flags],
      // A registry that lacks packages of other platforms makes `npm ci` refuse; the lock file binds here too.
      [...npm, 'install', '--no-save', ...flags],
    ],
    options,
  );
  writeFileSync(installed, hashOf({ dirs: [], files: ['package-lock.json'] }));
}

function isInstalled() {
  const kept = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(kept) || !existsSync(node)) return false;
  if (existsSync(installed)) {
    return readFileSync(installed, 'utf8') === hashOf({ dirs: [], files: ['package-lock.json'] });
  }
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(kept, 'utf8'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  );
}

/** Goes on where this process runs on Node 24; otherwise runs `script` again on it and ends with its code. */
export async function onNode24(script) {
  if (process.versions.node.startsWith('24.')) return;
  const child = spawn(node, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exit(await codeOf(child));
}

/** Builds API and web, each only when its sources changed since its last build. */
export async function build() {
  const api = { dirs: ['apps/api', 'libs/domain', 'libs/platform', 'test/bench'], files: compiler, out };
  const web = { dirs: ['apps/web', 'libs/domain', 'libs/client'], files: compiler.slice(0, 2), out: webOut };
  const nest = [process.execPath, join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'api'];
  const vite = [
    process.execPath,
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    'apps/web',
    '--config',
    'apps/web/vite.config.ts',
  ];
  const hasWeb = existsSync(join(root, 'apps/web/vite.config.ts'));
  await Promise.all([
    buildWhenChanged('Build the API', api, nest),
    hasWeb && buildWhenChanged('Build the web', web, vite),
  ]);
}

async function buildWhenChanged(title, sources, command) {
  const stamp = join(sources.out, '.stamp');
  const now = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await step(title, [command], { env: { ...process.env, NODE_ENV: 'production' } });
  writeFileSync(stamp, now);
}

function hashOf({ dirs, files }) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  const walk = (dir) => {
    if (!existsSync(join(root, dir))) return;
    for (const entry of readdirSync(join(root, dir), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${dir}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') walk(path);
      } else if (!/\.(spec\.tsx?|md|mjs)$|Dockerfile$/.test(entry.name)) add(path);
    }
  };
  files.forEach(add);
  dirs.forEach(walk);
  return hash.digest('hex');
}

/** Runs a command quietly, the next one when it fails, and says how long it took; when all fail, prints what the last one said and ends the process. */
async function step(title, commands, options) {
  const began = performance.now();
  process.stdout.write(`${title} …\n`);
  let said = [];
  for (const [command, ...args] of commands) {
    said = [];
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    if ((await codeOf(child)) !== 0) continue;
    process.stdout.write(`${title}: done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return;
  }
  process.stderr.write(Buffer.concat(said));
  process.stderr.write(`${title}: failed\n`);
  process.exit(1);
}

/** The exit code of a child as a shell would give it; 127 when it could not be started. */
export function codeOf(child) {
  return new Promise((answer) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      answer(127);
    });
    child.once('exit', (code, signal) =>
      answer(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15)),
    );
  });
}

/** Runs a compiled script in this process, as if it had been started by itself. */
async function run(script, args) {
  const file = join(out, script);
  if (!existsSync(file) || !statSync(file).isFile()) {
    process.stderr.write(`There is no ${script.replace(/\.js$/, '.ts')}\n`);
    process.exit(1);
  }
  process.chdir(root);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/** Compiles, restarts and reloads on each change, until stopped. */
async function watch() {
  const commands = [
    [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'api', '--watch'],
    ['--watch', '--watch-preserve-output', join(out, 'apps/api/src/main.js')],
    [join(root, 'node_modules/vite/bin/vite.js'), 'apps/web', '--config', 'apps/web/vite.config.ts'],
  ];
  const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
  const stop = () => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  await Promise.race(children.map(codeOf));
  stop();
  await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? codeOf(child)));
  process.exit(0);
}

/** npm's shell does not pass signals on, and nobody passes a kill on: without its parent this process stops by itself. */
function endWithParent() {
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
  if (!process.env.npm_lifecycle_event || process.channel) return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    process.kill(process.pid, 'SIGTERM');
  }, 100);
  watching.unref();
}

async function main() {
  await install();
  await onNode24(fileURLToPath(import.meta.url));
  endWithParent();
  await build();
  const [option, ...args] = process.argv.slice(2);
  if (option === '--build') return;
  if (option === '--watch') await watch();
  else if (option === '--cli') await run('apps/api/src/cli.js', args);
  else if (option === '--run' && args[0]) await run(args[0].replace(/\.ts$/, '.js'), args.slice(1));
  else await run('apps/api/src/main.js', []);
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) await main();
