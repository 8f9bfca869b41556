import type { Act } from '../act';
import { standingVersion } from '../case-state';
import { standingWeighed } from '../discretion';
import {
  noneExcluded,
  onlyMembersPresent,
  opinionsRecorded,
  quorate,
  reachedByMajority,
  reductionLowers,
  votesRecorded,
  type Deliberate,
} from '../requirements/deliberation';
import { lawfulPenalties } from '../requirements/discretion';
import { underProposal } from '../requirements/phase';

/** What a reduction leaves must be lawful itself; outside the tier the opinions of the heads are its reasons (APL-34). */
const lawfulReduction = lawfulPenalties<Deliberate>(({ conclusion, opinions, penalties }, state, law) => {
  const standing = standingWeighed(state, law);
  if (conclusion !== 'reduce' || !standing || !penalties) return null;
  return { ...standing, penalties, reasons: Object.values(opinions).join('；') };
});

export const deliberate: Act<Deliberate> = {
  name: 'deliberate',
  form: '集体讨论笔录',
  requires: [
    ...underProposal,
    onlyMembersPresent,
    noneExcluded,
    quorate,
    opinionsRecorded,
    votesRecorded,
    reachedByMajority,
    reductionLowers,
    ...lawfulReduction,
  ],
  makes: ({ present, opinions, votes = {}, conclusion, penalties }, state) => [
    {
      type: 'DeliberationHeld',
      data: {
        proposal: standingVersion(state),
        present,
        opinions: present.map((person) => {
          const vote = votes[person];
          return { person, opinion: opinions[person] ?? '', ...(vote && { vote }) };
        }),
        conclusion,
        ...(penalties && { penalties }),
      },
    },
  ],
};
