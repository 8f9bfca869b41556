import type { CodeTable } from '@fajiao/platform';
import type { DisclosureCode } from '../../domain/disclosure';

/** Why an editor’s act is refused. */
export const editingMessages: CodeTable<DisclosureCode> = {
  'disclosure.already-decided': {
    zh: '这份决定的公开事宜已经处理',
    en: 'Whether this decision is published has been settled before',
  },
  'disclosure.not-public': { zh: '这份决定没有公开', en: 'The decision is not public' },
  'disclosure.not-fallen': {
    zh: '这份决定没有被变更、撤销、确认违法或者确认无效',
    en: 'The decision has neither been changed, revoked nor held unlawful or void',
  },
  'disclosure.already-withdrawn': { zh: '这份决定已经撤回', en: 'The decision has been taken down before' },
  'disclosure.nothing-to-amend': {
    zh: '没有可以公开的变更后内容',
    en: 'Nothing holds instead of the decision that could be published',
  },
};
