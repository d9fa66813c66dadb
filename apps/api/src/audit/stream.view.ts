export class StreamMessage {
  /** The type of what happened, `hello` for the first message. */
  type: string;
  /** The rows that it touches. */
  ids: string[];
}
