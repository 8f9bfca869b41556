import type { JsonObject } from '../support/case-history/format';
import { groups } from './groups';
import type { Acknowledged } from './persistent-caller';
import type { RecordedEvent } from './whole-history';

type Act = Extract<Acknowledged, { readonly kind: 'act' }>;

/** What was promised and does not hold, in sentences; nothing where all of it does. The load must have ended. */
export function brokenPromises(history: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): string[] {
  return [
    ...inOrder(history),
    ...actsStand(history, acknowledged),
    ...messagesStand(history, acknowledged),
    ...moneyOnce(history),
    ...oneFineACase(history),
    ...everyCasePublished(history),
    ...numbersWithoutGap(history),
  ];
}

/** Streams have revisions 0 to n, and no event stands anywhere twice. */
function inOrder(history: readonly RecordedEvent[]): string[] {
  const next = new Map<string, number>();
  const faults: string[] = [];
  for (const { stream, revision } of history) {
    const expected = next.get(stream) ?? 0;
    if (revision !== expected) faults.push(`${stream} has revision ${revision} where ${expected} was due`);
    next.set(stream, revision + 1);
  }
  return [...faults, ...twice('event', history, ({ id }) => id)];
}

/** The events that an answer names stand where it says, are all that its command made, and belong to no other answer. */
function actsStand(history: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): string[] {
  const places = new Map(history.map((event) => [`${event.stream}@${event.revision}`, event]));
  const byCommand = groups(history, ({ commandId }) => commandId);
  const answers = acknowledged.filter((one) => one.kind === 'act');
  const commandOf = ({ caseId, events }: Act): string | undefined =>
    places.get(`case-${caseId}@${events[0]?.revision}`)?.commandId;
  const faults = answers.flatMap((answer) => {
    const found = (byCommand.get(commandOf(answer) ?? '') ?? [])
      .map(({ stream, revision, type }) => `${stream}@${revision} ${type}`)
      .join();
    const told = answer.events.map(({ type, revision }) => `case-${answer.caseId}@${revision} ${type}`).join();
    return found === told ? [] : [`acknowledged: ${told}; in the history: ${found}`];
  });
  return [...faults, ...twice('answer for command', answers, (answer) => commandOf(answer) ?? 'none')];
}

const RECEIPTS: Readonly<Record<string, string>> = {
  payments: 'PaymentReported',
  'treasury-credits': 'TreasuryCreditReported',
  statements: 'StatementReceived',
};

/** Every message that a bank got an answer for stands in its stream, once, with its amount. */
function messagesStand(history: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): string[] {
  const receipts = groups(
    history.filter(({ type }) => Object.values(RECEIPTS).includes(type)),
    ({ stream, type }) => `${stream} ${type}`,
  );
  return acknowledged.flatMap((one) => {
    if (one.kind === 'act') return [];
    const { bank, path, body } = one;
    const type = RECEIPTS[path.split('/').at(-1)!]!;
    const stream =
      type === 'StatementReceived'
        ? `statement-${bank}-${textOf(body, 'date')}`
        : `payment-${bank}-${textOf(body, 'reference')}`;
    const found = receipts.get(`${stream} ${type}`) ?? [];
    const same = found.every(({ data }) => body['fen'] === undefined || data['fen'] === body['fen']);
    return found.length === 1 && same ? [] : [`acknowledged: ${type} in ${stream}; it stands there ${found.length}x`];
  });
}

/** A payment has one receipt and one place: applied to one fine, or held in suspense. */
function moneyOnce(history: readonly RecordedEvent[]): string[] {
  const references = (...types: readonly string[]) =>
    history
      .filter(({ type }) => types.includes(type))
      .map(({ data }) => `${textOf(data, 'bank')}/${textOf(data, 'reference')}`);
  const [reported, placed] = [references('PaymentReported'), references('PaymentApplied', 'MoneyHeld')];
  return [
    ...twice('receipt of payment', reported, String),
    ...twice('place of payment', placed, String),
    ...difference('payment without a place', reported, placed),
    ...difference('place without a payment', placed, reported),
  ];
}

/** Each fine that was handed over is imposed once, and what is paid and proved has come back to its case. */
function oneFineACase(history: readonly RecordedEvent[]): string[] {
  const casesOf = (type: string) => history.filter((event) => event.type === type).map(caseOf);
  const [handedOver, imposed] = [casesOf('FineHandedOver'), casesOf('FineImposed')];
  return [
    ...twice('fine of case', imposed, String),
    ...difference('fine handed over and not imposed', handedOver, imposed),
    ...difference('fine imposed and not handed over', imposed, handedOver),
    ...twice('payment completed', casesOf('PaymentCompleted'), String),
    ...difference('closable fine whose case does not know', casesOf('FineClosable'), casesOf('PaymentCompleted')),
  ];
}

function everyCasePublished(history: readonly RecordedEvent[]): string[] {
  const published = history.filter(({ type }) => type === 'Published').map(caseOf);
  const served = history.filter(({ type }) => type === 'DecisionForPublic').map(caseOf);
  return [...twice('publication', published, String), ...difference('decision not published', served, published)];
}

/** Decisions have the numbers 1 to n of their series, none twice and none missing, and each one its own. */
export function numbersWithoutGap(history: readonly RecordedEvent[]): string[] {
  const decided = history.filter(({ type }) => type === 'PenaltyDecided').map(caseOf);
  const numbered = history.filter(({ type }) => type === 'DecisionNumbered');
  const drawn = history.filter(({ type }) => type === 'NumberAssigned').map(caseOf);
  const series = groups(numbered, ({ data }) => `${textOf(data, 'kind')} ${Number(data['year'])}`);
  return [
    ...twice('number of case', numbered.map(caseOf), String),
    ...twice('number drawn by case', drawn, String),
    ...difference('decision without a number', decided, numbered.map(caseOf)),
    ...difference('number drawn for nothing', drawn, numbered.map(caseOf)),
    ...[...series].flatMap(([name, events]) => {
      const numbers = events.map(({ data }) => Number(data['number'])).sort((a, b) => a - b);
      return numbers.every((number, index) => number === index + 1) ? [] : [`${name}: numbers ${numbers.join()}`];
    }),
    ...twice('document', numbered, ({ data }) => textOf(data, 'documentNumber')),
  ];
}

const caseOf = ({ stream, data }: RecordedEvent): string =>
  typeof data['caseId'] === 'string' ? data['caseId'] : stream.slice(stream.indexOf('-') + 1);

const textOf = (data: JsonObject, field: string): string => {
  const value = data[field];
  if (typeof value !== 'string') throw new Error(`${field} is no text: ${JSON.stringify(data)}`);
  return value;
};

function twice<Item>(what: string, items: readonly Item[], key: (item: Item) => string): string[] {
  return [...groups(items, key)].flatMap(([name, { length }]) => (length > 1 ? [`${what} ${name}: ${length}x`] : []));
}

const difference = (what: string, all: readonly string[], some: readonly string[]): string[] => {
  const there = new Set(some);
  return all.filter((one) => !there.has(one)).map((one) => `${what}: ${one}`);
};
