import { contextAccess, contextAccesses } from './context-access';

describe('the table of rights', () => {
  it('has each login once, and finds it', () => {
    for (const access of contextAccesses) expect(contextAccess(access.login)).toBe(access);
    expect(() => contextAccess('nobody')).toThrow('no login nobody');
  });

  it('gives each category one writer, who also reads it', () => {
    const written = contextAccesses.flatMap(({ appends }) => appends);
    expect(new Set(written).size).toBe(written.length);
    for (const { appends, reads } of contextAccesses) {
      for (const category of appends) expect(reads).toContain(category);
    }
  });

  it('lets neither side read a category of the other', () => {
    const [decision, collection] = [contextAccess('decision'), contextAccess('collection')];
    for (const category of decision.appends) expect(collection.reads).not.toContain(category);
    for (const category of collection.appends) expect(decision.reads).not.toContain(category);
  });

  it('lets auditing read everything and append nothing', () => {
    expect(contextAccess('audit')).toMatchObject({ reads: 'all', appends: [] });
  });
});
