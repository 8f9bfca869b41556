import { met, missing, ofCase } from '../requirement';

/**
 * What a decision rests on has been verified: for itself, or with the conclusion or the revision that found the facts on it. What
 * came later and nobody looked at is verified or excluded first (APL-46).
 */
export const evidenceVerified = ofCase('evidence.not-verified', 'APL-46', ({ evidence }) => {
  const used = evidence.filter(({ status }) => status !== 'excluded');
  const open = used.filter(({ status }) => status === 'collected');
  if (open.length > 0) return missing({ evidence: open.map((item) => item.evidence).join(', ') });
  return met(...used.map(({ verified }) => verified?.revision));
});
