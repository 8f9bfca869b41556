import { civilDateOf, type Fact } from '@fajiao/kernel';
import type { CorrectionEvent, EvidenceEvent, SeizureEvent } from './events';
import type { EvidenceItem, Measures, Seizure, Verification } from './measures-state';

export type MeasureEvent = EvidenceEvent | SeizureEvent | CorrectionEvent;

/** What an event of evidence, of a measure, or of an order to correct says. */
export function measuresAfter(state: Measures, fact: Fact<MeasureEvent>): Partial<Measures> {
  const { revision } = fact;
  const by = fact.meta.actor.id;
  const at = fact.meta.occurredAt;
  const on = civilDateOf(at);
  switch (fact.type) {
    case 'EvidenceCollected':
      return { evidence: [...state.evidence, collected(fact)] };
    case 'EvidenceHandedOver': {
      const { evidence, to, place } = fact.data;
      return withEvidence(state, evidence, (item) => ({
        custody: [...item.custody, { holder: to, place, since: at, revision }],
      }));
    }
    case 'EvidenceVerified': {
      const verified = { how: 'for-itself', by, on, result: fact.data.result, revision } as const;
      return withEvidence(state, fact.data.evidence, () => ({ status: 'verified', verified }));
    }
    case 'EvidenceExcluded': {
      const { evidence, reason } = fact.data;
      return withEvidence(state, evidence, () => ({ status: 'excluded', excludedBecause: reason }));
    }
    case 'EvidenceSampled': {
      const { sample, items, method, place = null } = fact.data;
      return { samples: [...state.samples, { sample, items, method, place, on, revision }] };
    }
    case 'EvidencePreserved': {
      const { preservation, items, place = null, approvedBy } = fact.data;
      const taken = { preservation, items, place, approvedBy, on, resolved: null, revision };
      return { preservations: [...state.preservations, taken] };
    }
    case 'PreservationResolved': {
      const { preservation, outcome, note = null } = fact.data;
      return {
        preservations: state.preservations.map((taken) =>
          taken.preservation === preservation ? { ...taken, resolved: { outcome, note, on, revision } } : taken,
        ),
      };
    }
    case 'SeizureApproved': {
      const { seizure, basis, items, reasons } = fact.data;
      const planned = { ...noSeizure, seizure, basis, items, reasons, approved: { by, at, revision }, revision };
      return { seizures: [...state.seizures, planned] };
    }
    case 'SeizureMade': {
      const { seizure, basis, items, place, urgent = null } = fact.data;
      const officers = fact.data.officers.map(({ id }) => id);
      const made = { on, at, place, urgent, officers, revision };
      if (urgent !== null)
        return { seizures: [...state.seizures, { ...noSeizure, seizure, basis, items, made, revision }] };
      return withSeizure(state, seizure, () => ({ items, made }));
    }
    case 'SeizureConfirmed': {
      const answer = { by, at, revision };
      return withSeizure(state, fact.data.seizure, () =>
        fact.data.confirmed ? { approved: answer } : { notApproved: answer },
      );
    }
    case 'SeizureExtended':
      return withSeizure(state, fact.data.seizure, () => ({
        extended: { on, reasons: fact.data.reasons, revision },
      }));
    case 'SeizureTestingBegun': {
      const { seizure, institution, until } = fact.data;
      const begun = { institution, from: on, until, endedOn: null };
      return withSeizure(state, seizure, ({ testing }) => ({ testing: [...testing, begun] }));
    }
    case 'SeizureTestingEnded':
      return withSeizure(state, fact.data.seizure, ({ testing }) => ({
        testing: testing.map((each) => (each.endedOn === null ? { ...each, endedOn: on } : each)),
      }));
    case 'SeizureLifted':
      return withSeizure(state, fact.data.seizure, () => ({
        ended: { how: 'lifted', ground: fact.data.ground, on, revision },
      }));
    case 'SeizedDisposed':
      return withSeizure(state, fact.data.seizure, () => ({
        ended: { how: 'disposed', ground: fact.data.how, on, revision },
      }));
    case 'CorrectionOrdered': {
      const { order, what, by: until = null } = fact.data;
      return {
        correctionOrders: [...state.correctionOrders, { order, what, by: until, on, inspections: [], revision }],
      };
    }
    case 'CorrectionInspected': {
      const { order, corrected, findings } = fact.data;
      return {
        correctionOrders: state.correctionOrders.map((given) =>
          given.order === order
            ? { ...given, inspections: [...given.inspections, { corrected, findings, on, revision }] }
            : given,
        ),
      };
    }
  }
}

/** The conclusion checks what was collected before it; what was checked for itself stays so. */
export function verifiedWith(evidence: Measures['evidence'], conclusion: Omit<Verification, 'how' | 'result'>) {
  const verified: Verification = { how: 'with-the-conclusion', result: null, ...conclusion };
  return evidence.map((item) =>
    item.status === 'collected' ? { ...item, status: 'verified' as const, verified } : item,
  );
}

const noSeizure = {
  reasons: null,
  approved: null,
  notApproved: null,
  made: null,
  extended: null,
  testing: [],
  ended: null,
} as const;

type Collected = Extract<MeasureEvent, { type: 'EvidenceCollected' }>;

function collected({ data, meta, revision }: Fact<Collected>): EvidenceItem {
  const { evidence, kind, title, sha256, origin = null, custody = { holder: meta.actor.id } } = data;
  return {
    evidence,
    kind,
    title,
    sha256,
    origin,
    officers: data.officers.map(({ id }) => id),
    collectedAt: meta.occurredAt,
    status: 'collected',
    verified: null,
    excludedBecause: null,
    custody: [{ ...custody, since: meta.occurredAt, revision }],
    revision,
  };
}

function withEvidence(
  { evidence }: Measures,
  number: number,
  change: (item: EvidenceItem) => Partial<EvidenceItem>,
): Pick<Measures, 'evidence'> {
  return { evidence: evidence.map((item) => (item.evidence === number ? { ...item, ...change(item) } : item)) };
}

function withSeizure(
  { seizures }: Measures,
  number: number,
  change: (seizure: Seizure) => Partial<Seizure>,
): Pick<Measures, 'seizures'> {
  return {
    seizures: seizures.map((seizure) => (seizure.seizure === number ? { ...seizure, ...change(seizure) } : seizure)),
  };
}
