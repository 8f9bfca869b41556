import type { Form } from '../form';
import type { Renderer } from '../renderer';
import type { Rendering } from '../rendering';

/** A file that is asked for. `job` tells answers apart. */
export interface Job {
  readonly job: number;
  readonly format: keyof Renderer;
  readonly form: Form;
  readonly rendering: Rendering;
}

export type Made =
  { readonly job: number; readonly bytes: Uint8Array } | { readonly job: number; readonly failed: string };
