import { OutputClosedError, OutputFailedError, systemCode } from './errors.js';
import type { OutputStream } from './io.js';

const closedCodes: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

function outputError(error: unknown): Error {
  const code = systemCode(error) ?? 'unknown';
  return closedCodes.has(code)
    ? new OutputClosedError('The reader of the output has gone.')
    : new OutputFailedError(`The output can't be written (${code}).`);
}

/** Standard output or error, with back-pressure, and with a reader's going away as an error of its own. */
export class Output {
  readonly isTerminal: boolean;
  readonly #stream: OutputStream;
  readonly #signal: AbortSignal | undefined;
  #failure: Error | undefined;

  constructor(stream: OutputStream, signal?: AbortSignal) {
    this.#stream = stream;
    this.#signal = signal;
    this.isTerminal = stream.isTTY === true;
    stream.on('error', this.#fail);
  }

  readonly #fail = (error: unknown): void => {
    this.#failure ??= outputError(error);
  };

  /**
   * Resolves when more may be written.
   *
   * @throws OutputClosedError, OutputFailedError, or the signal's reason while it waits for the reader
   */
  async write(text: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (!this.#stream.write(text)) await this.#untilDrained();
  }

  /** For what is short and can't be waited for; a failure shows at the next write or at `flush`. */
  writeNow(text: string): void {
    if (!this.#failure) this.#stream.write(text);
  }

  /** Resolves when all that was written has left. */
  async flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write('', (error) => {
        if (error) reject(outputError(error));
        else resolve();
      });
    });
  }

  /** Lets go of the stream, which stays open. */
  release(): void {
    this.#stream.off('error', this.#fail);
  }

  #untilDrained(): Promise<void> {
    const stream = this.#stream;
    const signal = this.#signal;
    return new Promise<void>((resolve, reject) => {
      const settle = (error?: Error): void => {
        stream.off('drain', onDrain).off('error', onError).off('close', onClose);
        signal?.removeEventListener('abort', onAbort);
        if (error) reject(error);
        else resolve();
      };
      const onDrain = (): void => settle();
      const onError = (error: unknown): void => settle(outputError(error));
      const onClose = (): void => settle(new OutputClosedError('The output was closed.'));
      const onAbort = (): void => settle(signal?.reason as Error);
      stream.on('drain', onDrain).on('error', onError).on('close', onClose);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
    });
  }
}
