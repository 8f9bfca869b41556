import { renderer } from '@fajiao/documents';
import { parseInstant, type Fact } from '@fajiao/kernel';
import fc from 'fast-check';
import { caseSchemas, type CaseEvent } from '../../domain/events';
import { noCase } from '../../domain/case-state';
import { evolve } from '../../domain/evolve';
import { demandIssued, paid } from '../../spec-support/after-service.fixture.spec';
import { caseFileOf } from '../../spec-support/documents.fixture.spec';
import { preserved, seized, seizureApproved, unlicensed } from '../../spec-support/measures.fixture.spec';
import {
  hearing,
  hearingNotice,
  hearingRequest,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { play, type Played } from '../../spec-support/play.fixture.spec';
import { onTheSpotUpTo, transferUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { FORM_IDS, forms } from '.';

const histories: readonly Played[] = [
  play([straightCase.closed], paid(play(upTo('served')), '2023-10-08')),
  play([demandIssued('2024-04-20')], play(upTo('served'))),
  play([...upTo('noticed'), statement, statementReview]),
  play([...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing]),
  play(majorUpTo('served')),
  play([...unlicensed, preserved]),
  play([...unlicensed, seizureApproved, seized]),
  play(transferUpTo('handedOver')),
  play(onTheSpotUpTo('decided')),
];

const RARE = '翀祎赟頔㙍䶮𠮷😀👨‍👩‍👧سلامעברית\u202E\u0000\uFFFE\uD800é①㎡“”——……（（（《《》》）。。，';
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...RARE), maxLength: 120 }),
  fc.constant(''),
  fc.constant('超'.repeat(3000)),
  fc.constant('x'.repeat(500)),
);

/** The same record with another text in every field that people fill freely. */
function retold({ facts }: Played, length: number, text: string): Played {
  const told = facts.slice(0, length).map((fact) => {
    const data = structuredClone(fact.data) as object;
    for (const path of caseSchemas[fact.type].personal ?? []) retell(data, path.split('.'), text);
    return { ...fact, data } as Fact<CaseEvent>;
  });
  return { facts: told, state: told.reduce(evolve, noCase) };
}

function retell(node: unknown, [name = '', ...rest]: readonly string[], text: string): void {
  if (typeof node !== 'object' || node === null) return;
  const key = name.replace('[]', '');
  const fields = node as Record<string, unknown>;
  if (key === 'citizenId' || fields[key] === undefined) return;
  if (name.endsWith('[]') && rest.length === 0) fields[key] = (fields[key] as readonly unknown[]).map(() => text);
  else if (name.endsWith('[]')) for (const item of fields[key] as readonly unknown[]) retell(item, rest, text);
  else if (rest.length > 0) retell(fields[key], rest, text);
  else if (typeof fields[key] === 'string') fields[key] = text;
}

describe('whatever the record holds, at whatever point', () => {
  it('every form that it can fill is rendered, as PDF and as DOCX', async () => {
    const at = parseInstant('2024-12-31T09:00:00+08:00');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...histories),
        fc.nat(),
        anyText,
        fc.boolean(),
        async (history, cut, text, draft) => {
          const file = caseFileOf(retold(history, 1 + (cut % history.facts.length), text), at);
          const filled = FORM_IDS.flatMap((id) => forms[id].fill(file) ?? []);
          expect(filled.length).toBeGreaterThan(0);
          const form = filled[cut % filled.length]!;
          expect((await renderer.pdf(form, { at, draft })).length).toBeGreaterThan(5000);
          expect((await renderer.docx(form, { at, draft })).length).toBeGreaterThan(5000);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
