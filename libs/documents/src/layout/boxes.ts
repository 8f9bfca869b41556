import type { TypeStyle } from './page-geometry';

/** What is drawn on a page. Points from its upper left corner; `y` of a text is the upper edge of its line. */
export type Mark =
  | {
      readonly mark: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style: TypeStyle;
      /** Added between characters, so that the line is full. */
      readonly spacing: number;
    }
  | {
      readonly mark: 'rule';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
    };

/** Where a box stands on its page. */
export interface Place {
  readonly y: number;
  readonly firstOnPage: boolean;
  readonly lastOnPage: boolean;
}

/** A strip of the type area that no page break parts. */
export interface Box {
  readonly height: number;
  readonly draw: (place: Place) => readonly Mark[];
  /** No page break between this box and the next. */
  readonly keepWithNext?: boolean;
  /** Drawn again above this box where it begins a page: the head of its table. */
  readonly head?: Box;
}

/** Boxes on pages, from the top of each; `height`: how much a page takes. */
export function paginate(boxes: readonly Box[], height: number): readonly (readonly Box[])[] {
  const pages: Box[][] = [[]];
  let left = height;
  const put = (box: Box): void => {
    pages.at(-1)?.push(box);
    left -= box.height;
  };
  for (const group of groupsOf(boxes)) {
    const together = sum(group);
    if (together > left && together <= height) turn();
    for (const box of group) {
      if (box.height > left && left < height) turn();
      if (left === height && pages.length > 1 && box.head) put(box.head);
      put(box);
    }
  }
  return pages;

  function turn(): void {
    if (pages.at(-1)?.length === 0) return;
    pages.push([]);
    left = height;
  }
}

/** Boxes that no page break parts, unless they are higher than `most`. */
export function together(boxes: readonly Box[], most: number): Box[] {
  if (sum(boxes) > most) return [...boxes];
  return boxes.map((box, i) => (i < boxes.length - 1 ? { ...box, keepWithNext: true } : box));
}

const sum = (boxes: readonly Box[]): number => boxes.reduce((total, box) => total + box.height, 0);

/** Runs of boxes that stay together. */
function groupsOf(boxes: readonly Box[]): Box[][] {
  const groups: Box[][] = [];
  let open = false;
  for (const box of boxes) {
    if (open) groups.at(-1)?.push(box);
    else groups.push([box]);
    open = box.keepWithNext === true;
  }
  return groups;
}
