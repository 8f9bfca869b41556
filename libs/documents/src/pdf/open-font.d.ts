import type { Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that is open already, so that it is not read again for each document; its types do not say so. */
      registerFont(name: string, font: Font): this;
    }
  }
}
