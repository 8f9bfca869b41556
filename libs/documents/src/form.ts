/** A document as content: what stands in it, in order. */
export interface Form {
  /** Which form of the official set, e.g. `penalty-decision`. */
  readonly form: string;
  /** 文书名称 */
  readonly title: string;
  /** 制作机关, above the title. */
  readonly authority: string;
  /** 文号 */
  readonly number?: string;
  readonly blocks: readonly Block[];
}

/** Texts may hold line breaks: each line is a paragraph of its own. */
export type Block = Paragraph | Heading | Grid | Table | Signatures | Seal | Attachments;

/** Running text; its first line is indented by two characters unless `flush`. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly flush?: boolean;
  readonly strong?: boolean;
}

/** 一、违法事实和证据. Stays with what follows. */
export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

/** The ruled sheet of an approval form (审批表): rows of one or two labelled cells. */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly label: string;
  readonly value: string;
}

export interface Table {
  readonly kind: 'table';
  /** `width`: share of the line; any unit. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** Lines for signatures: who signs, the name where the record holds it, and the day. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly lines: readonly { readonly label: string; readonly name?: string; readonly on?: string }[];
}

/** 落款: the authority, its seal (印章) and the day. Never alone on a page. */
export interface Seal {
  readonly kind: 'seal';
  readonly authority: string;
  readonly on: string;
}

/** 附件 */
export interface Attachments {
  readonly kind: 'attachments';
  readonly items: readonly string[];
}
