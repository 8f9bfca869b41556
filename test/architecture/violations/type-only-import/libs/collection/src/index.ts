export type Fine = { readonly fen: number };
