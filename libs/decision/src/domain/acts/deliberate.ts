import type { Act } from '../act';
import { standingVersion } from '../case-state';
import { standingWeighed } from '../discretion';
import { ifAny } from '../if-any';
import { asRequired } from '../requirement';
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
import { attended, presidedOver, presiding } from '../requirements/composition';
import { lawfulPenalties } from '../requirements/discretion';
import { underProposal } from '../requirements/phase';

/** What a reduction leaves must be lawful itself; outside the tier the opinions of the heads are its reasons (APL-34). */
const lawfulReduction = lawfulPenalties<Deliberate>(({ opinions, penalties }, state, law) => {
  const standing = standingWeighed(state, law);
  return standing && penalties ? { ...standing, penalties, reasons: Object.values(opinions).join() } : null;
});

export const deliberate: Act<Deliberate> = {
  name: 'deliberate',
  form: '集体讨论笔录',
  requires: [
    ...underProposal,
    onlyMembersPresent,
    noneExcluded,
    quorate,
    presidedOver,
    attended,
    opinionsRecorded,
    votesRecorded,
    reachedByMajority,
    reductionLowers,
    ...lawfulReduction,
  ],
  makes: (told, state, law) => [
    {
      type: 'DeliberationHeld',
      data: {
        proposal: standingVersion(state),
        present: told.present,
        ...ifAny({ chair: presiding(told, law), attending: told.attending }),
        opinions: told.present.map((person) => ({
          person,
          opinion: asRequired(told.opinions[person]),
          ...ifAny({ vote: told.votes?.[person] }),
        })),
        conclusion: told.conclusion,
        ...ifAny({ penalties: told.penalties }),
      },
    },
  ],
};
