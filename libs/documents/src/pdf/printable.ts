import { cleanLine } from '../clean-text';
import type { Block, Form } from '../form';

/** Printed for a character that the face does not have (缺字). */
export const MISSING = '〓';

const IGNORABLE = /\p{Variation_Selector}/u;

/**
 * The same form in characters that the face has. What it lacks is printed as 〓 and named at the end, in the order in which it
 * stands in the text: nothing is lost silently.
 */
export function printable(form: Form, has: (codePoint: number) => boolean): Form {
  const missing = new Set<number>();
  const text = (given: string): string =>
    given.replace(/[^\n]/gu, (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (has(codePoint) || cleanLine(`x${character}x`) !== `x${character}x`) return character;
      if (IGNORABLE.test(character)) return '';
      missing.add(codePoint);
      return MISSING;
    });
  const { number, ...rest } = form;
  const printed: Form = {
    ...rest,
    title: text(form.title),
    authority: text(form.authority),
    ...(number !== undefined && { number: text(number) }),
    blocks: form.blocks.map((block) => blockOf(block, text)),
  };
  return missing.size === 0 ? printed : { ...printed, blocks: [...printed.blocks, noteOn([...missing])] };
}

function noteOn(missing: readonly number[]): Block {
  const named = missing.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`).join('、');
  return { kind: 'paragraph', text: `注：文中“${MISSING}”处为字库未收的字符，依次为 ${named}。` };
}

function blockOf(block: Block, text: (given: string) => string): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: text(block.text) };
    case 'grid':
      return {
        ...block,
        rows: block.rows.map((row) => row.map(({ label, value }) => ({ label: text(label), value: text(value) }))),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: text(column.title) })),
        rows: block.rows.map((row) => row.map(text)),
      };
    case 'signatures':
      return {
        ...block,
        lines: block.lines.map(({ label, name, on }) => ({
          label: text(label),
          ...(name !== undefined && { name: text(name) }),
          ...(on !== undefined && { on: text(on) }),
        })),
      };
    case 'seal':
      return { ...block, authority: text(block.authority), on: text(block.on) };
    case 'attachments':
      return { ...block, items: block.items.map(text) };
  }
}
