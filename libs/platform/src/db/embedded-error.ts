/** The embedded database cannot be used; the message is one line for the person who started it. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

/** Another process serves the same folder; the message says where, when that one has told. */
export class AlreadyRunning extends EmbeddedError {
  override name = 'AlreadyRunning';

  constructor(httpUrl: string | undefined) {
    super(httpUrl === undefined ? 'already running' : `already running at ${httpUrl}`);
  }
}
