import type { Client, Connection, Submittable } from 'pg';

/** What `pg` lets a query of its own do and its types leave out. */
type CopyConnection = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** A COPY in the protocol's own messages: gathers what comes out, or sends what goes in. */
class Copy implements Submittable {
  readonly out: Buffer[] = [];

  constructor(
    private readonly text: string,
    private readonly chunks: readonly Buffer[],
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.chunks) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.out.push(Buffer.from(chunk));
  }

  handleError(error: Error): void {
    this.done(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.done();
  }
}

/** The rows of a `copy … to stdout`, joined to chunks of about a megabyte. */
export async function copyOut(client: Client, text: string): Promise<Buffer[]> {
  const { out } = await run(client, text, []);
  const joined = Buffer.concat(out);
  const chunks: Buffer[] = [];
  for (let from = 0; from < joined.length; from += 1_048_576) chunks.push(joined.subarray(from, from + 1_048_576));
  return chunks;
}

/** Sends the rows to a `copy … from stdin`. */
export async function copyIn(client: Client, text: string, chunks: readonly Buffer[]): Promise<void> {
  await run(client, text, chunks);
}

function run(client: Client, text: string, chunks: readonly Buffer[]): Promise<Copy> {
  return new Promise((resolve, reject) => {
    const copy: Copy = new Copy(text, chunks, (error) => (error ? reject(error) : resolve(copy)));
    client.query(copy);
  });
}
