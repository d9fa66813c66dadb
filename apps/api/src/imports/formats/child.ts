import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { authorshipRows } from './authorships.js';
import { csvRows, inspectCsvText } from './csv.js';
import type { ParseFrame, ParseTask } from './parse-task.js';
import { openText, type TextInput } from './text-input.js';

const BATCH = 1_000;

async function send(frame: ParseFrame): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(frame)}\n`)) await once(process.stdout, 'drain');
}

async function sendRows(found: AsyncIterable<ParsedRow[]>, input: TextInput): Promise<void> {
  let batch: ParsedRow[] = [];
  for await (const rows of found) {
    for (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      await send({ rows: batch, share: input.share() });
      batch = [];
    }
  }
  if (batch.length > 0) await send({ rows: batch, share: input.share() });
}

async function run(task: ParseTask): Promise<void> {
  const input = await openText(task.path);
  if (task.kind === 'inspect') await send({ inspection: await inspectCsvText(input) });
  else if (task.format === 'csv') await sendRows(csvRows(input, task.mapping), input);
  else await sendRows(authorshipRows(input, task.fileName), input);
  await send({ isEnd: true });
}

try {
  await run(JSON.parse(await text(process.stdin)) as ParseTask);
} catch (error) {
  if (!(error instanceof ImportRefusal)) throw error;
  await send({ refusal: { code: error.code, detail: error.detail } });
}
