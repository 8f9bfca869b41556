import { preserved, seized, seizureApproved, unlicensed } from '../../spec-support/measures.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  recusal,
} from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

/** A refusal names the people, pieces, amounts and days that it rests on, all of them, so that they can be put right. */

const { filed, approved, decided } = straightCase;

const challenge = (person: string, time: string, day = '2023-09-22') => ({
  ...{ at: at(day, time), by: 'officer-1', act: 'request-recusal' },
  data: { person, by: 'party', ground: '与当事人有亲属关系' },
});
const recusedHead = (person: string, time: string, others: readonly string[]) =>
  changed(recusal(person, at('2024-03-27', time)), { present: others });

describe('a refusal tells who:', () => {
  itIsRefused([
    {
      title: 'officers without a qualification, each once',
      given: [],
      attempt: changed(filed, { officers: ['lead-1', 'lead-1', 'chair-1'] }),
      refused: ['officers.not-qualified APL-42'],
      tells: [{ people: 'lead-1, chair-1' }],
    },
    {
      title: 'people at a deliberation who are no heads, and that they make no quorum',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        present: ['head-1', 'head-2', 'lead-1', 'chair-1'],
        opinions: { 'head-1': '同意', 'head-2': '同意', 'lead-1': '同意', 'chair-1': '同意' },
      }),
      refused: ['deliberation.not-a-member APL-57', 'deliberation.no-quorum profile'],
      tells: [{ people: 'lead-1, chair-1' }, { present: 2, heads: 5 }],
    },
    {
      title: 'who gave no opinion though present, and whose opinion is there though absent',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        opinions: { 'head-1': '同意', 'head-2': '同意', 'head-3': '同意', 'head-5': '同意' },
      }),
      refused: ['deliberation.opinion-missing APL-57'],
      tells: [{ people: 'head-4, head-5' }],
    },
    {
      title: 'an opinion of somebody who was not present',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        opinions: { ...majorCase.deliberated.data.opinions, 'head-5': '同意' },
      }),
      refused: ['deliberation.opinion-missing APL-57'],
      tells: [{ people: 'head-5' }],
    },
    {
      title: 'votes that are missing, and a vote of somebody who was not present',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        votes: { 'head-1': 'adopt', 'head-2': 'adopt', 'head-3': 'adopt', 'head-5': 'adopt' },
      }),
      refused: ['deliberation.vote-missing APL-57'],
      tells: [{ people: 'head-4, head-5' }],
    },
    {
      title: 'a vote of somebody who was not present beside those of all who were',
      given: majorUpTo('reviewed'),
      attempt: changed(majorCase.deliberated, {
        votes: { 'head-1': 'adopt', 'head-2': 'adopt', 'head-3': 'adopt', 'head-4': 'adopt', 'head-5': 'adopt' },
      }),
      refused: ['deliberation.vote-missing APL-57'],
      tells: [{ people: 'head-5' }],
    },
    {
      title: 'recused heads who deliberate',
      given: [
        ...majorUpTo('reviewed'),
        recusedHead('head-2', '15:00', ['head-1', 'head-3', 'head-4']),
        recusedHead('head-3', '16:00', ['head-1', 'head-4', 'head-5']),
      ],
      attempt: majorCase.deliberated,
      refused: ['deliberation.member-excluded APL-43'],
      tells: [{ people: 'head-2, head-3' }],
    },
    {
      title: 'everybody whose challenge nobody decided',
      given: [...upTo('waived'), challenge('officer-1', '10:00'), challenge('officer-2', '11:00')],
      attempt: decided,
      refused: ['recusal.undecided APL-43'],
      tells: [{ people: 'officer-1, officer-2' }],
    },
    {
      title: 'a challenged chair and a challenged keeper of the record',
      given: [
        ...[...majorUpTo('noticed'), hearingRequest, hearingNotice],
        ...[challenge('legal-1', '10:00', '2024-04-01'), challenge('chair-1', '11:00', '2024-04-01')],
      ],
      attempt: changed(hearing, { chair: 'legal-1' }),
      refused: ['recusal.undecided APL-64'],
      tells: [{ people: 'legal-1, chair-1' }],
    },
    {
      title: 'a new officer who approved the filing',
      given: [filed, { ...approved, by: 'officer-lead-1' }],
      attempt: {
        ...{ at: at('2023-09-14'), by: 'lead-1', act: 'replace-officers' },
        data: { officers: ['officer-1', 'officer-lead-1'] },
      },
      refused: ['duties.same-person internal control'],
      tells: [{ person: 'officer-lead-1', did: 'approved' }],
    },
    {
      title: 'a preservation approved by somebody who is not on the register',
      given: unlicensed,
      attempt: changed(preserved, { approvedBy: 'nobody' }),
      refused: ['preservation.approver-not-head APL-56'],
      tells: [{ person: 'nobody' }],
    },
    {
      title: 'officers of other units who seize, each once',
      given: [...unlicensed, seizureApproved],
      attempt: changed(
        seized,
        { officers: ['officer-township-1', 'officer-entrusted-1'] },
        { by: 'officer-township-1' },
      ),
      refused: ['officers.not-assigned APL-42', 'seizure.not-own-officers ACL-17'],
      tells: [
        { people: 'officer-township-1, officer-entrusted-1' },
        { people: 'officer-township-1, officer-entrusted-1' },
      ],
    },
  ]);
});
