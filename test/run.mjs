import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build, install, onNode24, root } from '../apps/api/start.mjs';

/** `npm test`: every check and every test, after installing and building what is needed. The last line counts them all. */

const bin = (path) => [process.execPath, join(root, 'node_modules', path)];
const cli = join(root, 'dist/apps/api/src/cli.js');
const output = mkdtempSync(join(tmpdir(), 'longlist-run-'));
const described = join(output, 'openapi.json');
const typed = join(output, 'schema.d.ts');
const results = join(output, 'jest.json');
const client = (name) => join(root, 'libs/client', name);

const tsc = bin('typescript/bin/tsc');
const squawk = [join(root, 'node_modules/.bin/squawk')];
/** The runner sets both timeouts; the tables are new, the down sections drop them or bring back what was, and no count here passes an int. */
const passedOver = [
  'prefer-robust-stmts',
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-bigint-over-int',
  'ban-drop-table',
  'ban-drop-column',
  'adding-field-with-default',
  'adding-foreign-key-constraint',
  'constraint-missing-not-valid',
  'disallowed-unique-constraint',
  'require-concurrent-index-creation',
  'require-concurrent-index-deletion',
];
const checks = [
  ['Format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['Lint', [...bin('oxlint/bin/oxlint'), '--type-aware', '--quiet']],
  ['Types', [...tsc, '--noEmit', '-p', 'tsconfig.json']],
  ['Types of the web', [...tsc, '--noEmit', '-p', 'apps/web/tsconfig.json']],
  [
    'Imports',
    [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ],
  ],
  ['Unused code and packages', [...bin('knip/bin/knip.js'), '--no-progress']],
  [
    'Migrations',
    [...squawk, `--exclude=${passedOver.join(',')}`, '--assume-in-transaction', 'migrations/*.sql'],
    { shell: true },
  ],
];

const describe = [process.execPath, cli, 'openapi'];
const type = (from, to) => [...bin('openapi-typescript/bin/cli.js'), from, '-o', to];

let passed = 0;
let failed = 0;
/** What failed, each with the beginning of why: said again before the last line, where it is found at once. */
const failures = [];

/** Runs a command quietly; answers whether it ended well, and prints what it said when not. */
function well(title, [command, ...args], options = {}) {
  const began = performance.now();
  return new Promise((answer) => {
    const said = [];
    const quoted = options.shell
      ? [command, ...args].map((word) => (/[ *]/.test(word) && !word.includes('*') ? `'${word}'` : word))
      : null;
    const child = quoted
      ? spawn(quoted.join(' '), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: true })
      : spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.once('error', (error) => said.push(Buffer.from(String(error))));
    child.once('close', (code) => {
      const took = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${took} s)\n`);
      if (code !== 0) process.stdout.write(Buffer.concat(said).subarray(-20_000));
      answer(code === 0);
    });
  });
}

function count(isWell, title) {
  if (isWell) passed += 1;
  else {
    failed += 1;
    failures.push(`✗ ${title}`);
  }
}

async function staticChecks() {
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) count(await well(...check), check[0]);
  };
  await Promise.all([worker(), worker()]);
}

/** The committed description and types are what the code says now. */
async function clientCheck() {
  const made =
    (await well('API description', [...describe, described])) &&
    (await well('Types of the client', type(described, typed)));
  const same = (path, name) =>
    existsSync(client(name)) && readFileSync(path, 'utf8') === readFileSync(client(name), 'utf8');
  const isFresh = made && same(described, 'openapi.json') && same(typed, 'schema.d.ts');
  if (made && !isFresh) process.stdout.write('libs/client is stale: npm run openapi writes it anew\n');
  count(isFresh, 'Description and types of the client');
}

/** Specs that know days: they run in a second time zone too, because none of them may depend on that of the process. */
const daily = ['libs/domain', 'test/(agencies|candidacies|candidates|searches|tasks|notes)\\.spec'];

const beginning = (message) =>
  stripVTControlCharacters(message)
    .split('\n')
    .slice(0, 15)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');

async function tests(patterns, zone = 'UTC') {
  rmSync(results, { force: true });
  const args = [...bin('jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...patterns];
  const env = {
    ...process.env,
    TZ: zone,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  const child = spawn(args[0], args.slice(1), { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  const code = await new Promise((answer) => child.once('close', answer));
  if (!existsSync(results)) {
    failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  for (const { name, message, assertionResults } of testResults) {
    const file = relative(root, name);
    const broken = assertionResults.filter(({ status }) => status === 'failed');
    if (assertionResults.length === 0 && message) failures.push(`✗ ${file}\n${beginning(message)}`);
    for (const { fullName, failureMessages } of broken) {
      failures.push(`✗ ${file} › ${fullName}\n${beginning(failureMessages.join('\n'))}`);
    }
  }
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if ((code !== 0 || !success) && failed === 0) failed += 1;
}

async function main() {
  await install();
  await onNode24(fileURLToPath(import.meta.url));
  const [option, ...patterns] = process.argv.slice(2);
  if (option === '--openapi') {
    await build();
    const isWritten =
      (await well('API description', [...describe, client('openapi.json')])) &&
      (await well('Types of the client', type(client('openapi.json'), client('schema.d.ts'))));
    process.exit(isWritten ? 0 : 1);
  }
  await staticChecks();
  if (option !== '--checks') {
    await build();
    count(true, 'Build');
    await clientCheck();
    await tests(option === undefined ? [] : [option, ...patterns]);
    if (option === undefined) await tests(daily, 'Asia/Shanghai');
  }
  rmSync(output, { recursive: true, force: true });
  if (failures.length > 0) process.stdout.write(`\n${failures.join('\n')}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

await main();
