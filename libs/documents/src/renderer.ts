import { renderDocx } from './docx/render-docx';
import type { Form } from './form';
import { renderPdf } from './pdf/render-pdf';
import type { Rendering } from './rendering';

/** Makes files of forms. The same form and rendering: the same bytes. */
export interface Renderer {
  pdf(form: Form, rendering: Rendering): Promise<Uint8Array>;
  docx(form: Form, rendering: Rendering): Promise<Uint8Array>;
}

export const renderer: Renderer = { pdf: renderPdf, docx: renderDocx };
