import { encode } from 'iconv-lite';

/** A line as a bank's own system has it; `fen` is negative for money that was taken back. */
export interface FileLine {
  readonly reference: string;
  readonly fen: number;
  readonly code?: string;
  readonly reverses?: string;
  /** The payments of which the line is the sum: at most 600 bytes as JSON. */
  readonly covers?: readonly string[];
}

export interface FileContent {
  readonly bank: string;
  readonly date: string;
  readonly kind?: 'statement' | 'treasury-credits';
  readonly lines: readonly FileLine[];
}

export type Encoding = 'utf8' | 'gb18030';

const yuan = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const netOf = (lines: readonly FileLine[]): number => lines.reduce((sum, { fen }) => sum + fen, 0);

export const csvRecord = ({ reference, fen, code = '', reverses = '' }: FileLine): string =>
  `${reference},${yuan(fen)},${code},${reverses}`;

/** A CSV file of ours, in Chinese words where it is in GB18030. */
export function csvFile({ bank, date, kind = 'statement', lines }: FileContent, encoding: Encoding = 'utf8'): Buffer {
  const inChinese = encoding === 'gb18030';
  const name = inChinese ? (kind === 'statement' ? '对账单' : '国库入账清单') : kind;
  const columns = inChinese ? '流水号,金额,缴款码,冲正流水号' : 'reference,amount,code,reverses';
  const hasSums = lines.some(({ covers }) => covers !== undefined);
  const sums = inChinese ? '所含流水号' : 'covers';
  const records = [
    `${name},1,${bank},${date},CNY`,
    hasSums ? `${columns},${sums}` : columns,
    ...lines.map((line) => (hasSums ? `${csvRecord(line)},${(line.covers ?? []).join(';')}` : csvRecord(line))),
    `${inChinese ? '合计' : 'total'},${lines.length},${yuan(netOf(lines))}`,
  ];
  return encode(`${records.join('\r\n')}\r\n`, encoding);
}

/** camt.053 of a statement, camt.054 of what has reached the treasury. */
export function camtFile({ date, kind = 'statement', lines }: FileContent, encoding: Encoding = 'utf8'): Buffer {
  const [message, part, version] =
    kind === 'statement'
      ? ['BkToCstmrStmt', 'Stmt', 'camt.053.001.08']
      : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054.001.08'];
  const net = netOf(lines);
  const xml = `<?xml version="1.0" encoding="${encoding === 'utf8' ? 'UTF-8' : 'GB18030'}"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">
 <${message}>
  <GrpHdr><MsgId>${kind}-${date}</MsgId><CreDtTm>${date}T20:00:00+08:00</CreDtTm></GrpHdr>
  <${part}>
   <Id>${kind}-${date}</Id><CreDtTm>${date}T20:00:00+08:00</CreDtTm>
   <FrToDt><FrDtTm>${date}T00:00:00+08:00</FrDtTm><ToDtTm>${date}T23:59:59+08:00</ToDtTm></FrToDt>
   <TxsSummry><TtlNtries><NbOfNtries>${lines.length}</NbOfNtries><TtlNetNtry><Amt>${yuan(Math.abs(net))}</Amt>
    <CdtDbtInd>${net < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd></TtlNetNtry></TtlNtries></TxsSummry>
${lines.map(camtEntry).join('\n')}
  </${part}>
 </${message}>
</Document>
`;
  return encode(xml, encoding);
}

function camtEntry({ reference, fen, code, reverses, covers }: FileLine): string {
  if (covers) {
    const details = covers.map((one) => `<TxDtls><Refs><AcctSvcrRef>${escaped(one)}</AcctSvcrRef></Refs></TxDtls>`);
    return `   <Ntry><Amt Ccy="CNY">${yuan(fen)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <AcctSvcrRef>${escaped(reference)}</AcctSvcrRef><NtryDtls>${details.join('')}</NtryDtls></Ntry>`;
  }
  const refs = `<AcctSvcrRef>${escaped(reference)}</AcctSvcrRef>`;
  const original = reverses === undefined ? '' : `<Prtry><Tp>REVERSES</Tp><Ref>${escaped(reverses)}</Ref></Prtry>`;
  const remittance = code === undefined ? '' : `<RmtInf><Ustrd>罚款 ${escaped(code)}</Ustrd></RmtInf>`;
  return `   <Ntry><Amt Ccy="CNY">${yuan(Math.abs(fen))}</Amt><CdtDbtInd>${fen < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>
    <NtryDtls><TxDtls><Refs>${refs}${original}</Refs>${remittance}</TxDtls></NtryDtls></Ntry>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
