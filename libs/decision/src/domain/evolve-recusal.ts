import { civilDateOf, type Fact } from '@fajiao/kernel';
import type { CaseState } from './case-state';
import type { RecusalDecided, RecusalRequested } from './events';

/** What the history says of challenges: a decision settles every request about the person. */
export function recusalChanged(state: CaseState, fact: Fact<RecusalRequested | RecusalDecided>): Partial<CaseState> {
  const { revision, meta } = fact;
  const on = civilDateOf(meta.occurredAt);
  const { recusalRequests } = state;
  if (fact.type === 'RecusalRequested') {
    const request = { ...fact.data, on, recordedBy: meta.actor.id, revision, decided: null };
    return { recusalRequests: [...recusalRequests, request] };
  }
  const { officer, recused } = fact.data;
  const others = state.recused.filter((person) => person !== officer);
  const decided = { recused, on, revision };
  return {
    recused: recused ? [...others, officer] : others,
    recusalRequests: recusalRequests.map((request) =>
      request.person === officer && request.decided === null ? { ...request, decided } : request,
    ),
  };
}
