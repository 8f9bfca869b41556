import { readFileSync } from 'node:fs';
import type { create, Font } from 'fontkit';
import type { TypeStyle } from '../layout/page-geometry';

/** A face with what the layout asks of it. */
export interface Face {
  readonly font: Font;
  readonly has: (codePoint: number) => boolean;
  /** In thousandths of the type size. */
  readonly widthOf: (codePoint: number) => number;
}

export type Faces = Readonly<Record<TypeStyle['face'], Face>>;

const FILES = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;

let opened: Promise<Faces> | undefined;

/** Noto Serif SC, read at the first document: 30 MB that a start does not wait for. */
export function faces(): Promise<Faces> {
  opened ??= openFaces();
  return opened;
}

async function openFaces(): Promise<Faces> {
  const fontkit = await import('fontkit');
  const open = (file: string): Face => faceOf(singleFont(fontkit.create(readFileSync(require.resolve(file)))));
  return { regular: open(FILES.regular), bold: open(FILES.bold) };
}

function faceOf(font: Font): Face {
  const scale = 1000 / font.unitsPerEm;
  const widths = new Map<number, number>();
  const known = new Map<number, boolean>();
  return {
    font,
    has: (codePoint) => remembered(known, codePoint, () => font.hasGlyphForCodePoint(codePoint)),
    widthOf: (codePoint) => remembered(widths, codePoint, () => font.glyphForCodePoint(codePoint).advanceWidth * scale),
  };
}

function singleFont(opened: ReturnType<typeof create>): Font {
  if ('fonts' in opened) throw new Error('a collection of fonts, where one is expected');
  return opened;
}

function remembered<T>(known: Map<number, T>, key: number, look: () => T): T {
  const value = known.get(key) ?? look();
  known.set(key, value);
  return value;
}
