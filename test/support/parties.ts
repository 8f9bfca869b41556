import { isUnifiedSocialCreditCode } from '@fajiao/kernel';

/** The unified social credit code of an individual business of the county, another one for each number from 0. */
export function creditCodeOf(n: number): string {
  const first16 = `92140922MA${n.toString().padStart(6, '0')}`;
  for (const organisation of '0123456789X')
    for (const check of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      const code = first16 + organisation + check;
      if (isUnifiedSocialCreditCode(code)) return code;
    }
  throw new Error(`no code begins with ${first16}`);
}
