import type { CivilDate } from '@fajiao/kernel';
import type { CaseState } from '../case-state';
import type { LawContext } from '../context';
import type { Service, ServiceMode } from '../events';
import { ifAny } from '../if-any';
import { clockFrom } from '../law';
import { met, metIf, missing, ofAct, type OfAct } from '../requirement';

/** Service of a document (APL-61): each mode gives its own day. */
export interface Serve {
  readonly mode: ServiceMode;
  /** The day on the receipt, of arrival or of leaving; the day of the act unless told. Not with public notice. */
  readonly servedOn?: CivilDate;
  /** With public notice; the day of the act unless told. */
  readonly publishedOn?: CivilDate;
  /** Return receipt, witnesses or photographs, consent to electronic service, why other modes failed. */
  readonly proof?: string;
  readonly signedBy?: string;
}

/** What the proof of service says. A public notice serves when its term is over (readings: public-notice). */
export function serviceOf({ mode, servedOn, publishedOn, proof, signedBy }: Serve, law: LawContext): Service {
  const papers = ifAny({ proof, signedBy });
  if (mode !== 'public-notice') return { mode, servedOn: servedOn ?? law.today, ...papers };
  const published = publishedOn ?? law.today;
  return { mode, servedOn: servedByNotice(published, law), publishedOn: published, ...papers };
}

function servedByNotice(publishedOn: CivilDate, law: LawContext): CivilDate {
  const term = clockFrom(law, 'public-notice', publishedOn);
  return term.due ?? term.notBefore;
}

/** The party has agreed to electronic service: its signature, or the proof that names its consent. */
const consentToElectronic = ofAct<Serve>('service.consent-missing', 'APL-61', ({ mode, proof, signedBy }) =>
  metIf(mode !== 'electronic' || proof !== undefined || signedBy !== undefined),
);

/** The day lies neither ahead nor before the document itself; that of a public notice follows from its publication. */
function dayPossible(documentOn: (state: CaseState) => CivilDate | null | undefined): OfAct<Serve> {
  return ofAct('service.day-impossible', 'APL-61', ({ mode, servedOn, publishedOn }, state, { today }) => {
    const byNotice = mode === 'public-notice';
    if (byNotice ? servedOn !== undefined : publishedOn !== undefined) return missing({ mode });
    const day = (byNotice ? publishedOn : servedOn) ?? today;
    const earliest = documentOn(state) ?? day;
    return day > today || day < earliest ? missing({ day, notBefore: earliest, notAfter: today }) : met();
  });
}

export function servable(documentOn: Parameters<typeof dayPossible>[0]): readonly OfAct<Serve>[] {
  return [consentToElectronic, dayPossible(documentOn)];
}
