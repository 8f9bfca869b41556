import { readFileSync } from 'node:fs';
import {
  attempt,
  happened,
  nothingYet,
  play,
  type Played,
  type Step,
  lawOn,
} from '/work/main/libs/decision/src/domain/spec-support/play';
import { caseActs } from '/work/main/libs/decision/src/domain/case-acts';
import { clocksOf } from '/work/main/libs/decision/src/domain/clocks';
import { completePayment } from '/work/main/libs/decision/src/domain/effects';
const dir = '/work/shared/cases/';
const names = new Set(caseActs.map((a) => a.name));
const load = (f: string) => JSON.parse(readFileSync(dir + f, 'utf8'));
function step(s: any, c: any): Step {
  let { act, data } = s;
  data = { ...(data ?? {}) };
  if (act === 'file')
    data = {
      ...data,
      party: c.party,
      offence: c.offence,
      actDate: c.actDate,
      ...(c.actEndDate && { actEndDate: c.actEndDate }),
      ...(c.place && { place: c.place }),
    };
  if (act === 'decide' && data.outcome === 'no-penalty') act = 'decide-no-penalty';
  if (data.hearingAt) data.hearingAt = new Date(data.hearingAt).toISOString();
  return { at: s.at, by: s.by, act, data };
}
import { isUnifiedSocialCreditCode, isCitizenId } from '@fajiao/kernel';
it('ids', () => {
  console.log(
    ['92140922MA0K12ABXA', '91140922MA0K34CD5E', '91140922MA0K56EF0A', '91140922MA0KA1JK7D'].map(
      isUnifiedSocialCreditCode,
    ),
    ['140922198503120018', '140922199001010024', '140922200803020246', '140922201011050150'].map(isCitizenId),
  );
});
describe('cases', () => {
  for (const f of [
    '01-internet-cafe-paid-in-time.json',
    '02-unlicensed-agency-hearing-late.json',
    '03-karaoke-suspension-changed-on-reconsideration.json',
    '04-citizen-masked-deferred.json',
  ])
    it(f, () => {
      const c = load(f);
      let p: Played = nothingYet;
      for (const s of c.steps) {
        if (f.startsWith('01') && s.act === 'close') {
          const r = completePayment(p.state, {
            fineId: p.state.service!.fineId!,
            caseId: '',
            paidFen: 500000 as never,
            surchargeFen: 0 as never,
            paidOn: '2023-10-08' as never,
          });
          p = happened((r as any).events, { at: s.at, by: 'policy:x' }, p);
        }
        if (!names.has(s.act)) {
          console.log(f, 'skip', s.act);
          continue;
        }
        p = play([step(s, c)], p);
      }
      const last = c.steps.at(-1).at;
      const got = Object.fromEntries(clocksOf(p.state, lawOn(last)).map((k) => [k.name, k.due]));
      const exp = Object.fromEntries(Object.entries(c.expect).filter(([k]) => k in got));
      expect(Object.fromEntries(Object.keys(exp).map((k) => [k, got[k]]))).toEqual(exp);
      console.log(
        f,
        JSON.stringify(got),
        JSON.stringify(clocksOf(p.state, lawOn(last)).map((k) => k.name + ':' + k.state)),
      );
    });
  const refusals = load('07-refusals.json').cases;
  refusals.forEach((r: any, i: number) => {
    const c = r.from ? load(r.from.file) : r;
    const steps = [...(r.from ? c.steps.slice(0, r.from.steps) : []), ...(r.steps ?? []), r.attempt];
    const unknown = steps.filter((s: any) => !names.has(s.act)).map((s: any) => s.act);
    (unknown.length || r.others ? it.skip : it)(`${i + 1} ${r.title} ${unknown}`, () => {
      let p: Played = play(steps.slice(0, -1).map((s: any) => step(s, c)));
      const { refused } = attempt(step(r.attempt, c), p);
      const exp = r.attempt.refused;
      expect(refused).toContainEqual(expect.objectContaining({ code: exp.code, source: exp.source }));
      console.log(i + 1, JSON.stringify(refused));
    });
  });
});
