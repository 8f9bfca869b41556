import { checkSignature, signMessage } from './bank-signature';

// The sample of the Standard Webhooks specification.
const SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIME = 1614265330;
const BYTES = Buffer.from('{"test": 2432232314}');
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

const check = { secrets: [SECRET], now: TIME * 1000, toleranceSeconds: 300 };
const headers = (signature: string) => ({ id: ID, timestamp: String(TIME), signature });
const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe("a bank's signature", () => {
  it('is that of Standard Webhooks', () => {
    expect(signMessage(SECRET, ID, TIME, BYTES)).toBe(SIGNATURE);
    expect(() => checkSignature(headers(SIGNATURE), BYTES, check)).not.toThrow();
  });

  it('may be one of several, made with one of several secrets', () => {
    const secrets = [Buffer.alloc(24, 1), SECRET];
    expect(() => checkSignature(headers(`v1,AAAA v2,x ${SIGNATURE}`), BYTES, { ...check, secrets })).not.toThrow();
  });

  it('is over bytes, not over the text that they spell', () => {
    const invalid = Buffer.from([0x7b, 0xff, 0x7d]);
    const replaced = Buffer.from(invalid.toString('utf8'));
    const signature = signMessage(SECRET, ID, TIME, invalid);
    expect(() => checkSignature(headers(signature), invalid, check)).not.toThrow();
    expect(() => checkSignature(headers(signature), replaced, check)).toThrow(refused('callback.signature-invalid'));
  });

  it.each([
    '',
    'v1',
    'v1,',
    SIGNATURE.slice(3),
    SIGNATURE.replace('v1', 'v2'),
    `${SIGNATURE}=`,
    SIGNATURE.toLowerCase(),
  ])('does not fit as %j', (signature) => {
    expect(() => checkSignature(headers(signature), BYTES, check)).toThrow(/callback\.signature-(invalid|missing)/);
  });

  it('does not fit another id, time or body', () => {
    const wrong = refused('callback.signature-invalid');
    expect(() => checkSignature({ ...headers(SIGNATURE), id: 'msg_2' }, BYTES, check)).toThrow(wrong);
    expect(() => checkSignature({ ...headers(SIGNATURE), timestamp: `${TIME + 1}` }, BYTES, check)).toThrow(wrong);
    expect(() => checkSignature({ ...headers(SIGNATURE), timestamp: `${TIME}.0` }, BYTES, check)).toThrow(wrong);
    expect(() => checkSignature(headers(SIGNATURE), Buffer.from('{"test":2432232314}'), check)).toThrow(wrong);
    expect(() => checkSignature(headers(SIGNATURE), BYTES, { ...check, secrets: [] })).toThrow(wrong);
  });

  it('counts for five minutes either way', () => {
    const at = (seconds: number) => () =>
      checkSignature(headers(SIGNATURE), BYTES, { ...check, now: (TIME + seconds) * 1000 });
    expect(at(300)).not.toThrow();
    expect(at(-300)).not.toThrow();
    expect(at(301)).toThrow(refused('callback.timestamp-outside'));
    expect(at(-301)).toThrow(refused('callback.timestamp-outside'));
  });
});
