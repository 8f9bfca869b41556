/** Closes and opens personal fields. Sealing is deterministic, because a repeated append must be the same bytes. */
export interface Sealer {
  /**
   * @param subject whose key is used: the stream's name
   * @param place where the value stands: event id and path
   */
  seal(subject: string, place: string, plain: string): string;
  /** The plain text, or null when the subject's key was destroyed. Throws when the text was altered or moved. */
  open(subject: string, place: string, sealed: string): string | null;
}
