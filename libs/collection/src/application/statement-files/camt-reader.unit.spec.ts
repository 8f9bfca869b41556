import { CamtReader } from './camt-reader';
import type { FilePiece } from './file-piece';
import { StatementFileFault } from './statement-file-fault';

interface Element {
  readonly name: string;
  readonly content: readonly (Element | string)[];
}
const el = (name: string, ...content: Element['content']): Element => ({ name, content });

const feed = (reader: CamtReader, { name, content }: Element): void => {
  reader.open(name, name === 'Amt' ? 'CNY' : '');
  for (const one of content) {
    if (typeof one === 'string') reader.text(one);
    else feed(reader, one);
  }
  reader.close(name);
};

const money = (amount: string): Element[] => [el('Amt', amount), el('CdtDbtInd', 'CRDT')];
const entry = (reference: string, amount: string, ...more: readonly Element[]): Element =>
  el('Ntry', ...money(amount), ...more, el('AcctSvcrRef', reference));
const total = (count: number, sum: string): Element =>
  el('TxsSummry', el('TtlNtries', el('NbOfNtries', String(count)), el('TtlNetNtry', ...money(sum))));
const report = (...content: readonly Element[]): Element =>
  el('Ntfctn', el('CreDtTm', '2024-04-12T23:50:00+08:00'), ...content);
const message = (...reports: readonly Element[]): Element =>
  el('BkToCstmrDbtCdtNtfctn', el('GrpHdr', el('CreDtTm', '2024-04-13T00:10:00+08:00')), ...reports);
const notification = (...content: readonly Element[]): Element => message(report(...content));

const read = (given: Element): { pieces: FilePiece[]; frame: ReturnType<CamtReader['frame']> } => {
  const reader = new CamtReader();
  feed(reader, given);
  return { pieces: reader.taken(), frame: reader.frame() };
};

describe('a camt message', () => {
  it('counts its entries, though an entry of three transactions is three lines', () => {
    const transactions = ['A1', 'A2', 'A3'].map((reference) =>
      el('TxDtls', el('Refs', el('AcctSvcrRef', reference)), ...money('100.00')),
    );
    const of = [el('Ntry', ...money('300.00'), el('NtryDtls', ...transactions)), entry('A4', '50.00')];
    const { pieces, frame } = read(notification(total(2, '350.00'), ...of));
    expect(pieces).toHaveLength(4);
    expect(frame.control).toEqual({ lines: 4, fen: 35_000 });
    expect(() => read(notification(total(4, '350.00'), ...of))).toThrow(StatementFileFault);
  });

  it('is of the day on which its own report was made, not of that of the message around it', () => {
    expect(read(notification(total(1, '50.00'), entry('A4', '50.00'))).frame.date).toBe('2024-04-12');
  });

  it.each<[string, Element]>([
    ['of the older form', el('Sts', 'PDNG')],
    ['of the newer form', el('Sts', el('Cd', 'PDNG'))],
  ])('shows an entry that is only expected, %s, and takes no money by it', (_, status) => {
    const [piece] = read(notification(total(1, '50.00'), entry('A4', '50.00', status))).pieces;
    expect(piece).toMatchObject({ line: { fen: 5_000, status: 'PDNG' } });
    const [booked] = read(notification(total(1, '50.00'), entry('A4', '50.00', el('Sts', 'BOOK')))).pieces;
    expect(booked).toEqual({ line: { reference: 'A4', fen: 5_000 } });
  });

  it('may tell its sum as the older messages do', () => {
    const sum = [el('NbOfNtries', '1'), el('TtlNetNtryAmt', '50.00'), el('CdtDbtInd', 'DBIT')];
    const older = notification(el('TxsSummry', el('TtlNtries', ...sum)), entry('A4', '50.00'));
    expect(read(older).frame.control.fen).toBe(-5_000);
  });

  it('of two reports is refused: they have two days and two sums', () => {
    const one = report(total(1, '50.00'), entry('A4', '50.00'));
    expect(() => read(message(one, report()))).toThrow(StatementFileFault);
  });
});
