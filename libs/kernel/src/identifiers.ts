import { createHash, createHmac } from 'node:crypto';
import { InvalidCivilDate, parseCivilDate, type CivilDate } from './civil-date';

// Unified social credit code (统一社会信用代码)

const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 18 characters, division in digits, check character of GB 32100, and of GB 11714 for the organisation's own part. */
export function isUnifiedSocialCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  return isOrganisationCode(text.slice(8, 17)) && text[17] === creditCodeCheck(text.slice(0, 17));
}

/** GB 32100: the check character of the first 17. */
export function creditCodeCheck(first17: string): string | undefined {
  const sum = weightedSum(first17, CREDIT_CODE_WEIGHTS, CREDIT_CODE_ALPHABET);
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31];
}

/** GB 11714: eight characters and their check character, written without the hyphen (组织机构代码). */
export function isOrganisationCode(text: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]$/.test(text) && text[8] === organisationCheck(text.slice(0, 8));
}

/** GB 11714: the check character of the first eight. */
export function organisationCheck(first8: string): string | undefined {
  const sum = weightedSum(first8, ORGANISATION_WEIGHTS, ORGANISATION_ALPHABET);
  return '0X987654321'[sum % 11];
}

// Citizen id (公民身份号码)

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 18 characters, a real date of birth, check character of GB 11643 (ISO 7064 MOD 11-2). */
export function isCitizenId(text: string): boolean {
  return /^[1-9]\d{16}[0-9X]$/.test(text) && hasRealBirthDate(text) && text[17] === citizenCheck(text.slice(0, 17));
}

/** GB 11643: the check character of the first 17. */
export function citizenCheck(first17: string): string | undefined {
  return '10X98765432'[weightedSum(first17, CITIZEN_WEIGHTS, '0123456789') % 11];
}

/** @throws InvalidCivilDate when the id holds no real date */
export function birthDateOf(citizenId: string): CivilDate {
  return parseCivilDate(`${citizenId.slice(6, 10)}-${citizenId.slice(10, 12)}-${citizenId.slice(12, 14)}`);
}

function hasRealBirthDate(citizenId: string): boolean {
  try {
    birthDateOf(citizenId);
    return true;
  } catch (error) {
    if (error instanceof InvalidCivilDate) return false;
    throw error;
  }
}

function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);
}

// Check digits

/** ISO 7064 MOD 11,10: the digit that makes `digits` followed by it valid. It finds every single wrong digit. */
export function checkDigit11_10(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('digits only');
  let product = 10;
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - product) % 10);
}

// Names and digests

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
// The project's own namespace: drawn once, and part of every id made in it ever since.
const FAJIAO = 'b7a0f7c6-4c0b-4d55-9a6e-6f1c2a3d4e5f';

/** Name-based UUID (RFC 9562, version 5). A namespace that is no UUID is first made one in the project's own. */
export function uuid5(namespace: string, name: string): string {
  const space = UUID.test(namespace) ? namespace : uuid5(FAJIAO, namespace);
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** SHA-256 in lower-case hex; text is hashed as UTF-8. */
export function sha256Hex(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** HMAC-SHA256 in lower-case hex. */
export function hmacHex(key: Uint8Array | string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
