/** A document that an act issues. Its files are in the store of attachments, under their SHA-256 (hex). */
export interface IssuedDocument {
  /** Which form of the official set, e.g. `penalty-decision`. */
  readonly form: string;
  /** Of the PDF: what the party gets. */
  readonly sha256: string;
  /** Of the DOCX with the same content. */
  readonly docxSha256: string;
}

/** An act that issues a document. Acts from before documents were kept have none. */
export interface Issues {
  readonly document?: IssuedDocument;
}
