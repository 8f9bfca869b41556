import type { Act } from '../act';
import { published } from '../published';
import { actorIsCertified } from '../requirements/officers';
import { decided, notEnded, notServed, numbered } from '../requirements/phase';
import { decisionStands } from '../requirements/remedies';
import { servable, serviceOf, type Serve } from '../requirements/serving';

/** The decision goes to the party; its money goes to the collecting side and its content to the public in the same append. */
export const serveDecision: Act<Serve> = {
  name: 'serve-decision',
  form: '送达回证',
  requires: [
    notEnded,
    decided,
    decisionStands,
    numbered,
    notServed,
    actorIsCertified,
    ...servable(({ decision }) => decision?.decidedOn),
  ],
  makes: (serve, state, act) => {
    const service = serviceOf(serve, act);
    return [{ type: 'DecisionServed', data: service }, ...published(state, service.servedOn, act)];
  },
};
