import { type CodeTable, problemsOf } from '@fajiao/platform';

type AuditCode =
  'history.unknown-kind' | 'history.not-found' | 'history.not-yet' | 'history.unreadable' | 'stream.not-found';

export const auditMessages: CodeTable<AuditCode> = {
  'history.unknown-kind': { status: 404, zh: '没有这一类记录', en: 'There are no such histories' },
  'history.not-found': { status: 404, zh: '没有这份记录', en: 'No such history' },
  'history.not-yet': {
    status: 404,
    zh: '所问的时刻尚无这份记录，或者没有这一号事件',
    en: 'Nothing was on record then, or there is no event of that revision',
  },
  'history.unreadable': {
    status: 500,
    zh: '第{revision}号事件无法读取，请查看核验结果',
    en: 'Event {revision} cannot be read: see the check',
  },
  'stream.not-found': { status: 404, zh: '没有这个事件流', en: 'No such stream' },
};

export const auditProblem = problemsOf(auditMessages);
