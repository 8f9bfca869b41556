import type { CivilDate } from '@fajiao/kernel';
import { closedGround } from '@fajiao/rulebook';
import type { Act } from '../act';
import type { LawContext } from '../context';
import { ifAny } from '../if-any';
import { asRequired, metIf, ofAct } from '../requirement';
import { actorDidNotInvestigate } from '../requirements/duties';
import { actorIsCertified } from '../requirements/officers';
import { underInvestigation } from '../requirements/phase';
import {
  basisKnown,
  confiscatedByDecision,
  groundKnown,
  lawfulSeizure,
  notDisapproved,
  notExtendedBefore,
  noTestingOpen,
  seizureNotLapsed,
  seizureOf,
  seizureOpen,
  testingOpen,
  toConfirm,
  type NamesSeizure,
  type Seize,
} from '../requirements/seizure';
import { namedOfficers } from '../staff';
import { byTwoOfficers } from './evidence';

export interface ApproveSeizure {
  /** Id or Chinese title of the profile's list of laws that allow it. */
  readonly basis: string;
  readonly items: readonly string[];
  readonly reasons: string;
}

export const approveSeizure: Act<ApproveSeizure> = {
  name: 'approve-seizure',
  form: '查封（扣押）审批表',
  requires: [...underInvestigation, basisKnown, actorDidNotInvestigate],
  makes: ({ basis, items, reasons }, { seizures }, law) => [
    {
      type: 'SeizureApproved',
      data: { seizure: seizures.length + 1, basis: idOf('seizure-basis', basis, law), items, reasons },
    },
  ],
};

export const seize: Act<Seize> = {
  name: 'seize',
  form: '查封（扣押）决定书、物品清单',
  requires: [...underInvestigation, ...byTwoOfficers, ...lawfulSeizure],
  makes: (told, state, law) => {
    const { officers, items, place, urgent, partyPresent, witness } = told;
    const approved = urgent === undefined ? seizureOf({ seizure: asRequired(told.seizure) }, state) : null;
    return [
      {
        type: 'SeizureMade',
        data: {
          seizure: approved?.seizure ?? state.seizures.length + 1,
          officers: namedOfficers(officers, law.staff),
          certificatesShown: true,
          basis: approved?.basis ?? idOf('seizure-basis', asRequired(told.basis), law),
          items,
          place,
          ...ifAny({ urgent }),
          partyPresent,
          ...ifAny({ witness }),
        },
      },
    ];
  },
};

export interface ConfirmSeizure extends NamesSeizure {
  /** false: it is to be lifted at once. */
  readonly confirmed: boolean;
  readonly reasons?: string;
}

/** Also after the twenty-four hours: the clock then shows for ever that it was late. */
export const confirmSeizure: Act<ConfirmSeizure> = {
  name: 'confirm-seizure',
  form: '查封（扣押）补办批准审批表',
  requires: [toConfirm, actorDidNotInvestigate],
  makes: ({ seizure, confirmed, reasons }) => [
    { type: 'SeizureConfirmed', data: { seizure, confirmed, ...ifAny({ reasons }) } },
  ],
};

export interface ExtendSeizure extends NamesSeizure {
  readonly reasons: string;
}

export const extendSeizure: Act<ExtendSeizure> = {
  name: 'extend-seizure',
  form: '延长查封（扣押）期限决定书',
  requires: [seizureOpen, notDisapproved, seizureNotLapsed, notExtendedBefore, actorDidNotInvestigate],
  makes: ({ seizure, reasons }) => [{ type: 'SeizureExtended', data: { seizure, reasons } }],
};

export interface BeginTesting extends NamesSeizure {
  readonly institution: string;
  readonly what: string;
  /** As the party is told. */
  readonly until: CivilDate;
}

const untilAhead = ofAct<BeginTesting>('correction.day-passed', 'ACL-25', ({ until }, _state, { today }) =>
  metIf(until >= today, { by: until }),
);

export const beginTesting: Act<BeginTesting> = {
  name: 'begin-testing',
  form: '检测（检验、检疫、鉴定）期间告知书',
  requires: [seizureOpen, notDisapproved, seizureNotLapsed, noTestingOpen, untilAhead, actorIsCertified],
  makes: ({ seizure, institution, what, until }) => [
    { type: 'SeizureTestingBegun', data: { seizure, institution, what, until } },
  ],
};

export interface EndTesting extends NamesSeizure {
  readonly result: string;
}

export const endTesting: Act<EndTesting> = {
  name: 'end-testing',
  form: '检测（检验、检疫、鉴定）结果告知书',
  requires: [seizureOpen, testingOpen, actorIsCertified],
  makes: ({ seizure, result }) => [{ type: 'SeizureTestingEnded', data: { seizure, result } }],
};

export interface LiftSeizure extends NamesSeizure {
  /** Id or Chinese title of the profile's list. */
  readonly ground: string;
  readonly reasons?: string;
}

export const liftSeizure: Act<LiftSeizure> = {
  name: 'lift-seizure',
  form: '解除查封（扣押）决定书',
  requires: [seizureOpen, groundKnown<LiftSeizure>('seizure-lifting', ({ ground }) => ground)],
  makes: ({ seizure, ground, reasons }, _state, law) => [
    {
      type: 'SeizureLifted',
      data: {
        seizure,
        ground: idOf('seizure-lifting', ground, law),
        ...ifAny({ reasons }),
      },
    },
  ],
};

export interface DisposeSeized extends NamesSeizure {
  /** Id or Chinese title of the profile's list. */
  readonly how: string;
  readonly note?: string;
}

export const disposeSeized: Act<DisposeSeized> = {
  name: 'dispose-seized',
  form: '查封（扣押）财物处理决定书',
  requires: [
    seizureOpen,
    notDisapproved,
    groundKnown<DisposeSeized>('seizure-disposal', ({ how }) => how),
    confiscatedByDecision,
  ],
  makes: ({ seizure, how, note }, _state, law) => [
    {
      type: 'SeizedDisposed',
      data: { seizure, how: idOf('seizure-disposal', how, law), ...ifAny({ note }) },
    },
  ],
};

function idOf(list: Parameters<typeof closedGround>[1], name: string, { rulebook, today }: LawContext): string {
  return asRequired(closedGround(rulebook.profile, list, name, today)).id;
}
