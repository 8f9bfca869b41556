import type { Block, Form, Renderer } from '@fajiao/documents';
import type { CaseFile } from '../application/forms/case-file';
import { caseId, lawOn, type Played } from './play.fixture.spec';

/** For specs that are not about how a document looks: its content as it stands. */
export const contentOnly: Renderer = {
  pdf: (form, rendering) => Promise.resolve(Buffer.from(JSON.stringify({ format: 'pdf', form, rendering }))),
  docx: (form, rendering) => Promise.resolve(Buffer.from(JSON.stringify({ format: 'docx', form, rendering }))),
};

const NAMES: Readonly<Record<string, string>> = {
  'officer-1': '王建国',
  'officer-2': '李晓梅',
  'lead-1': '赵示例',
  'head-1': '周示例',
  'legal-1': '孙示例',
  'chair-1': '冯示例',
};

/** The file of a played case, as forms are filled from it on a day; its people have names. */
export function caseFileOf({ state, facts }: Played, at: string): CaseFile {
  const law = lawOn(at);
  const find = (id: string) => {
    const member = law.staff.find(id);
    return member && { ...member, name: NAMES[id] ?? id };
  };
  return { caseId, state, facts, law: { ...law, staff: { ...law.staff, find } } };
}

/** Everything that a form says, without how it is set. */
export function wordsOf(form: Form | null): string {
  if (!form) throw new Error('the record cannot fill the form');
  return [form.authority, form.title, form.number ?? '', ...form.blocks.flatMap(blockWords)].join('\n');
}

function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'grid':
      return block.rows.flat().map(({ label, value }) => `${label}：${value}`);
    case 'table':
      return block.rows.map((row) => row.join(' '));
    case 'signatures':
      return block.lines.map(({ label, name = '' }) => `${label}：${name}`);
    case 'seal':
      return [block.authority, block.on];
    case 'attachments':
      return block.items;
  }
}
