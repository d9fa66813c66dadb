import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';

/** One message of plain text to one person. */
export type Message = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends mail by `SMTP_URL`; without one each message becomes a file `DATA_DIR/mail/<time>-<id>.eml`, or of its name. */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly log = new Logger('mail');
  private readonly underway = new Set<Promise<void>>();
  private readonly folder: string;
  private readonly host: string;
  private readonly from: string;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'mail');
    this.host = new URL(config.publicUrl).hostname.replace(/^\[|\]$/g, '');
    this.from = `Longlist <no-reply@${this.host}>`;
  }

  /** Sends in the background: who asks does not wait, and cannot tell by the time whether there was something to send. */
  send(message: Message): void {
    const sending = this.deliver(message)
      .catch((error: unknown) => {
        const { name, code } = error as Error & { code?: string };
        this.log.error({ fault: { name, code } });
      })
      .finally(() => this.underway.delete(sending));
    this.underway.add(sending);
  }

  /** Resolves when everything that was sent until now is out. */
  async settled(): Promise<void> {
    await Promise.all(this.underway);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.settled();
  }

  /** Whether a message that is sent again under its name leaves one: true of files, not of a server of mail. */
  get repeatable(): boolean {
    return this.config.smtpUrl === undefined;
  }

  /** Sends and waits until it is out. `name` makes the message the same one whenever it is sent. Throws where it could not be. */
  async deliver(message: Message, name?: string): Promise<void> {
    const { smtpUrl } = this.config;
    const messageId = name !== undefined && { messageId: `<${name}@${this.host}>` };
    const letter = { from: this.from, ...message, ...messageId, date: this.clock.now() };
    if (smtpUrl !== undefined) {
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: 5_000,
        greetingTimeout: 5_000,
        socketTimeout: 8_000,
      });
      await transport.sendMail(letter).finally(() => transport.close());
      return;
    }
    const written = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(letter);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const time = this.clock.now().toISOString().replaceAll(':', '-');
    const file = name ?? `${time}-${randomUUID().slice(0, 8)}`;
    await writeFile(join(this.folder, `${file}.eml`), written.message as Buffer, {
      mode: 0o600,
    });
  }
}

/** Whether a message that failed cannot have gone out: nobody was reached, or the server said no. */
export function surelyUnsent(error: unknown): boolean {
  const { responseCode, syscall, code } = error as { responseCode?: number; syscall?: string; code?: string };
  return responseCode !== undefined || syscall === 'connect' || code === 'EDNS' || code === 'EAUTH';
}
