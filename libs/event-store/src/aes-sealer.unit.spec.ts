import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import { sha256Hex } from '@fajiao/kernel';
import { aesSealer } from './aes-sealer';

describe('aesSealer', () => {
  const sealer = aesSealer(Buffer.alloc(32, 7));
  const seal = (subject: string, place: string, plain: string) => sealer.seal(subject, place, plain);

  it('opens what it sealed, also after a restart', () => {
    for (const plain of ['', '张三', '44010619990101231X', 'x'.repeat(100_000)]) {
      const sealed = seal('case-1', 'e:party.name', plain);
      expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(aesSealer(Buffer.alloc(32, 7)).open('case-1', 'e:party.name', sealed)).toBe(plain);
    }
  });

  it('gives the same bytes for the same value in the same place, and others everywhere else', () => {
    const sealed = seal('case-1', 'e:party.name', '张三');
    expect(seal('case-1', 'e:party.name', '张三')).toBe(sealed);
    const others = [
      seal('case-2', 'e:party.name', '张三'),
      seal('case-1', 'f:party.name', '张三'),
      seal('case-1', 'e:party.operator', '张三'),
      seal('case-1', 'e:party.name', '李四'),
      aesSealer(Buffer.alloc(32, 8)).seal('case-1', 'e:party.name', '张三'),
    ];
    const nonces = [sealed, ...others].map((text) => text.slice(0, 16));
    expect(new Set(nonces).size).toBe(6);
  });

  it('does not open what was altered, cut, or moved to another place, subject or key', () => {
    const sealed = seal('case-1', 'e:party.name', '张三');
    const altered = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
    expect(() => sealer.open('case-1', 'e:party.name', altered)).toThrow();
    expect(() => sealer.open('case-1', 'e:party.name', sealed.slice(0, -4))).toThrow();
    expect(() => sealer.open('case-1', 'e:party.name', 'AAAA')).toThrow('too short');
    expect(() => sealer.open('case-1', 'e:party.operator', sealed)).toThrow();
    expect(() => sealer.open('case-2', 'e:party.name', sealed)).toThrow();
    expect(() => aesSealer(Buffer.alloc(32, 8)).open('case-1', 'e:party.name', sealed)).toThrow();
  });

  it('opens what was sealed in the past: keys are those of HKDF-SHA256', () => {
    expect(sealer.open('case-1', 'e:party.name', '_ZQTKIPqi4Iy-DqIrlWkS23q_YT9bEIhGaNpRK9U_ZjK9Q')).toBe('张三');
    const derive = (use: string) =>
      Buffer.from(hkdfSync('sha256', Buffer.alloc(40, 9), '', `fajiao ${use} ${sha256Hex('case-1')}`, 32));
    const nonce = createHmac('sha256', derive('nonce')).update('e:party.name\0张三').digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', derive('text'), nonce).setAAD(Buffer.from('e:party.name'));
    const bytes = [nonce, cipher.update('张三'), cipher.final(), cipher.getAuthTag()];
    const sealed = aesSealer(Buffer.alloc(40, 9)).seal('case-1', 'e:party.name', '张三');
    expect(sealed).toBe(Buffer.concat(bytes).toString('base64url'));
  });

  it('takes subjects of any length', () => {
    const subject = `case-${'罚'.repeat(495)}`;
    expect(sealer.open(subject, 'e:p', seal(subject, 'e:p', 'x'))).toBe('x');
  });

  it('refuses a short master key', () => {
    expect(() => aesSealer(Buffer.alloc(31))).toThrow(RangeError);
  });
});
