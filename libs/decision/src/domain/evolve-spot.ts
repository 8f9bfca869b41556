import type { SpotMoneyHandedIn } from '@fajiao/contracts';
import { civilDateOf, type Fact } from '@fajiao/kernel';
import type { CaseState } from './case-state';
import type { SpotEvent, SpotPenaltyDecided } from './events';

/** What the history says of the simple procedure and of money taken on the spot. */
export function spotChanged(state: CaseState, fact: Fact<SpotEvent | SpotMoneyHandedIn>): Partial<CaseState> {
  const { revision, meta } = fact;
  const by = meta.actor.id;
  const on = civilDateOf(meta.occurredAt);
  switch (fact.type) {
    case 'OpeningAbandoned':
      return { ending: { how: 'abandoned', on, revision } };
    case 'SpotPenaltyDecided':
      return opened(fact);
    case 'SpotDecisionReported':
      return { spotReport: { on, by, revision } };
    case 'SpotMoneyTaken': {
      const { onWater = false, landedOn = null, circumstances = null, ...taken } = fact.data;
      const takenAt = meta.occurredAt;
      const fineId = state.service?.fineId ?? null;
      const custody = { ...taken, fineId, circumstances, onWater, landedOn, takenOn: on, takenAt, by, revision };
      return { spotMoney: { ...custody, handedIn: null } };
    }
    case 'SpotMoneyLanded':
      return { spotMoney: state.spotMoney && { ...state.spotMoney, landedOn: fact.data.landedOn } };
    case 'SpotMoneyHandedIn':
      return { spotMoney: state.spotMoney && { ...state.spotMoney, handedIn: { on, by, revision } } };
  }
}

/** A case that begins with its decision, served by being made. */
function opened({ data, meta, revision }: Fact<SpotPenaltyDecided>): Partial<CaseState> {
  const { party, offence, actDate, actEndDate = null, place, source, facts, decidedOn } = data;
  const { penalties, correction, payment, authority, statement, power = null } = data;
  const by = meta.actor.id;
  const officers = data.officers.map(({ id }) => id);
  const filing = {
    party,
    offence,
    actDate,
    actEndDate,
    place,
    source,
    facts,
    harm: null,
    overlaps: [],
    beside: null,
    power,
  };
  const document = {
    ...{ decidedOn, proposal: null, facts, penalties, correction, payment, authority },
    ...{ major: false, pastTerm: null },
  };
  const said = { statement: 1, proposal: 0, on: decidedOn, by, revision };
  return {
    filing: { ...filing, filedOn: decidedOn, filedBy: by, revision },
    officers,
    officersRevision: revision,
    investigators: [...new Set([...officers, by])],
    statements: statement
      ? [
          {
            ...said,
            text: statement.text,
            reviewed: { adopted: statement.adopted, reasons: statement.reasons, revision },
          },
        ]
      : [],
    decision: { outcome: 'penalty', procedure: 'simple', ...document, by, revision },
    service: { mode: 'direct', servedOn: decidedOn, publishedOn: null, on: decidedOn, fineId: null, revision },
  };
}
