import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Form } from '../form';
import type { Renderer } from '../renderer';
import type { Rendering } from '../rendering';
import type { Job, Made } from './messages';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Renders in a thread, so that a long document holds up no request. The thread starts with the first document, and again after it
 * has died; what it was making then fails.
 */
export class RendererInThread implements Renderer {
  private worker: Worker | undefined;
  private jobs = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** `execArgv`: of the thread; those of the process unless told. */
  constructor(private readonly options: { readonly execArgv?: string[] } = {}) {}

  pdf(form: Form, rendering: Rendering): Promise<Uint8Array> {
    return this.make('pdf', form, rendering);
  }

  docx(form: Form, rendering: Rendering): Promise<Uint8Array> {
    return this.make('docx', form, rendering);
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private make(format: Job['format'], form: Form, rendering: Rendering): Promise<Uint8Array> {
    const job = (this.jobs += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(job, { resolve, reject });
      this.running().postMessage({ job, format, form, rendering } satisfies Job);
    });
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(join(__dirname, `render.worker${extname(__filename)}`), this.options);
    // A process ends although its thread waits for work.
    worker.unref();
    worker.on('message', (made: Made) => this.settle(made));
    worker.on('error', (reason) => this.died(worker, reason));
    worker.on('exit', () => this.died(worker, new Error('the thread that renders documents has ended')));
    this.worker = worker;
    return worker;
  }

  private settle(made: Made): void {
    const waiting = this.waiting.get(made.job);
    this.waiting.delete(made.job);
    if ('bytes' in made) waiting?.resolve(made.bytes);
    else waiting?.reject(new Error(`a document could not be rendered: ${made.failed}`));
  }

  private died(worker: Worker, reason: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values())
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    this.waiting.clear();
  }
}
