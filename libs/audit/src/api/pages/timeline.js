// The auditor's pages: sign in, ask the audit API, draw. Text only ever becomes text nodes.

const TOKEN = 'fajiao.audit.token';

const ROLES = {
  officer: '执法人员',
  'unit-lead': '承办机构负责人',
  'legal-reviewer': '法制审核人员',
  'hearing-chair': '听证主持人',
  head: '行政机关负责人',
  principal: '正职负责人',
  'finance-clerk': '收缴财务人员',
  'disclosure-editor': '公示人员',
  auditor: '审计人员',
  bank: '代收银行',
};

const FAULTS = {
  'revision-missing': '之前有事件缺失',
  'content-altered': '内容或者元数据被改动',
  'out-of-order': '次序被改动',
  'not-of-its-command': '不是原命令在此处产生的事件',
  unreadable: '无法读取',
};

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

const byId = (id) => document.getElementById(id);

/** An element with attributes and children; texts become text nodes, nothing is left out. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hour12: false,
});
const time = (instant) => element('time', { datetime: instant }, shanghai.format(new Date(instant)));

const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));

class NotSignedIn extends Error {}

async function ask(path) {
  const token = sessionStorage.getItem(TOKEN);
  if (!token) throw new NotSignedIn('');
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'accept-language': 'zh-CN' };
  const response = await fetch(path, { headers });
  const body = await response.json();
  if (response.status === 401 || response.status === 403) throw new NotSignedIn(body.detail);
  if (!response.ok) throw new Error(body.detail);
  return body;
}

// Signing in

async function offerSignIn(message) {
  sessionStorage.removeItem(TOKEN);
  say(message);
  byId('who').hidden = true;
  byId('sign-in').hidden = false;
  const development = await fetch('/dev/jwks.json').then(
    (response) => response.ok,
    () => false,
  );
  byId('development-sign-in').hidden = !development;
  byId('token-sign-in').hidden = development;
}

async function developmentToken(person) {
  const response = await fetch('/dev/token', { method: 'POST', body: new URLSearchParams({ person }) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`没有编号为“${person}”的人员`);
  return answer.access_token;
}

function signedIn(token) {
  sessionStorage.setItem(TOKEN, token);
  byId('sign-in').hidden = true;
  void start();
}

byId('development-sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  developmentToken(byId('person').value.trim()).then(signedIn, (error) => say(error.message));
});

byId('token-sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  signedIn(byId('token').value.trim());
  byId('token').value = '';
});

byId('sign-out').addEventListener('click', () => {
  if (byId('history')) byId('history').hidden = true;
  void offerSignIn('');
});

function say(message) {
  byId('message').textContent = message;
}

// Start page

byId('choice')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = byId('id').value.trim();
  const id = UUID.exec(typed)?.[0] ?? typed;
  location.assign(`/audit/${byId('kind').value}/${encodeURIComponent(id)}.html`);
});

// One history

const path = /^\/audit\/([^/]+)\/([^/]+)\.html$/.exec(location.pathname);
const api = path && `/audit/v1/${path[1]}/${path[2]}`;

async function allEvents(stream) {
  const events = [];
  for (let from = 0; from !== null;) {
    const page = await ask(`/audit/v1/streams/${encodeURIComponent(stream)}/events?limit=500&from=${from}`);
    events.push(...page.events);
    from = page.next;
  }
  return events;
}

async function start() {
  try {
    say('');
    if (!api) {
      await ask('/audit/v1/refusals?limit=1');
      showWho();
      return;
    }
    const check = await ask(`${api}/check`);
    const events = await allEvents(check.stream);
    showWho();
    byId('history').hidden = false;
    byId('stream').textContent = `事件流 ${check.stream}，共${check.events}个事件`;
    drawCheck(check);
    drawEvents(events);
    drawMoments(events);
    await Promise.all([drawActors(), drawRefusals(decodeURIComponent(path[2]))]);
  } catch (error) {
    if (error instanceof NotSignedIn) await offerSignIn(error.message);
    else say(error.message);
  }
}

function showWho() {
  byId('who').hidden = false;
  byId('who').querySelector('span').textContent = `已登录：${subject()}`;
}

/** For display only: the server checks the token. */
function subject() {
  try {
    const [, payload] = sessionStorage.getItem(TOKEN).split('.');
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))).sub;
  } catch {
    return '审计人员';
  }
}

function drawCheck(check) {
  const parts = [
    ['修订号连续', check.revisionsContiguous],
    ['内容摘要一致', check.contentHashesRight],
    ['次序无误', check.orderRight],
    ['可以从头重演', check.stateDigest !== null],
  ];
  byId('check').replaceChildren(
    element('strong', { class: check.ok ? 'good' : 'bad' }, check.ok ? '✓ 核验通过' : '✗ 核验未通过'),
    `：${parts.map(([what, holds]) => `${what}${holds ? '✓' : '✗'}`).join('，')}。`,
    check.stateDigest ? element('span', { class: 'digest' }, `状态摘要 ${check.stateDigest}`) : '',
  );
  byId('faults').replaceChildren(
    ...check.faults.map(({ revision, code, expected }) =>
      element(
        'li',
        { class: 'bad' },
        `第${revision}号：${FAULTS[code] ?? code}${expected === undefined ? '' : `（从第${expected}号起）`}`,
      ),
    ),
  );
}

function drawEvents(events) {
  byId('events').replaceChildren(...events.map(eventItem));
}

function eventItem(event) {
  const { revision, name, type, metadata, data } = event;
  const choose = element('button', { type: 'button', class: 'choose' }, `第${revision}号 ${name}`);
  choose.addEventListener('click', () => {
    void chooseRevision(revision);
    bringIntoView(byId('moment-title'));
  });
  return element(
    'li',
    { id: `event-${revision}` },
    choose,
    ' ',
    event.contentHashRight ? '' : element('strong', { class: 'bad' }, '✗ 内容被改动'),
    event.recordedLate ? element('strong', { class: 'late' }, '补录') : '',
    metadata
      ? element('p', {}, time(metadata.occurredAt), '　', actorOf(event), '　', recordedNote(metadata))
      : element('p', { class: 'bad' }, '元数据无法读取'),
    element(
      'details',
      {},
      element('summary', {}, `内容与元数据（${type}）`),
      element(
        'pre',
        { tabindex: '0' },
        JSON.stringify({ data, metadata, position: event.position, id: event.id }, null, 2),
      ),
    ),
  );
}

function actorOf({ actorName, metadata: { actor } }) {
  if (actor.id.startsWith('policy:')) return `系统（${actor.id.slice('policy:'.length)}）`;
  const roles = actor.roles.map((role) => ROLES[role] ?? role).join('、');
  const certificate = actor.certificateNo ? `，执法证${actor.certificateNo}` : '';
  return `${actorName ?? actor.id}（${[...(actorName ? [actor.id] : []), roles].join('，')}${certificate}）`;
}

function recordedNote({ occurredAt, recordedAt }) {
  return occurredAt === recordedAt ? '' : element('span', {}, '记录于', time(recordedAt));
}

/** On a narrow screen what was chosen is shown below the timeline. */
function bringIntoView(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) heading.scrollIntoView();
}

let latest = 0;

async function chooseRevision(revision) {
  const mine = ++latest;
  const slider = byId('revision');
  slider.value = String(revision);
  slider.setAttribute('aria-valuetext', slider.names[revision] ?? String(revision));
  byId('revision-name').textContent = slider.names[revision] ?? String(revision);
  for (const item of byId('events').children)
    if (item.id === `event-${revision}`) item.setAttribute('aria-current', 'true');
    else item.removeAttribute('aria-current');
  try {
    const before = revision > 0 ? `from=${revision - 1}&` : '';
    const { to, changes } = await ask(`${api}/changes?${before}to=${revision}`);
    if (mine !== latest) return;
    byId('changes').replaceChildren(...changes.map(changeRow));
    byId('state').textContent = JSON.stringify(to.state, null, 2);
    say('');
  } catch (error) {
    if (mine === latest) say(error.message);
  }
}

const changeRow = ({ pointer, before, after }) =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, pointer || '/'),
    element('td', {}, element('pre', {}, before === null ? '（无）' : shown(before))),
    element('td', {}, element('pre', {}, after === null ? '（无）' : shown(after))),
  );

function drawMoments(events) {
  const slider = byId('revision');
  const last = events.at(-1)?.revision ?? 0;
  slider.max = String(last);
  slider.names = Object.fromEntries(events.map(({ revision, name }) => [revision, `第${revision}号 ${name}`]));
  slider.oninput = () => void chooseRevision(Number(slider.value));
  void chooseRevision(last);
}

async function drawActors() {
  const { actors } = await ask(`${api}/actors`);
  byId('actors').replaceChildren(
    ...actors.map(({ id, name, roles, certificateNo, acts }) =>
      element(
        'li',
        {},
        element('strong', {}, actorOf({ actorName: name, metadata: { actor: { id, roles, certificateNo } } })),
        `：${acts.map((act) => `${act.name}（第${act.revision}号）`).join('、')}`,
      ),
    ),
  );
}

async function drawRefusals(target) {
  const known = /^[0-9a-f-]{36}$/i.test(target);
  const { items } = known ? await ask(`/audit/v1/refusals?limit=200&target=${target}`) : { items: [] };
  byId('refusals').replaceChildren(
    ...(items.length === 0 ? [element('li', {}, '没有')] : []),
    ...items.map(({ operation, actorId, occurredAt, grounds }) =>
      element(
        'li',
        {},
        time(occurredAt),
        `　${actorId}　${operation}：${grounds.map(({ code, source }) => `${code}（${source}）`).join('、')}`,
      ),
    ),
  );
}

void start();
