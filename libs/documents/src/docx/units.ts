/** Song, the face of official documents on every Chinese office computer; the PDF embeds its open counterpart. */
export const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '宋体',
  cs: 'Times New Roman',
} as const;

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

export const halfPoints = (points: number): number => Math.round(points * 2);
