import { Names } from './names';

describe('names on the server', () => {
  it('every stream of a run carries its prefix', () => {
    const names = new Names('run-1.');

    expect(names.onServer('case-1')).toBe('run-1.case-1');
    expect(names.ours('run-1.case-1')).toBe('case-1');
    expect(names.ours('run-2.case-1')).toBeUndefined();
  });

  it('streams of the server, and the one that the store keeps for itself, are nobody’s', () => {
    for (const prefix of ['', 'run-1.']) {
      const names = new Names(prefix);
      expect(names.ours(names.storeStream)).toBeUndefined();
      expect(names.ours('$settings')).toBeUndefined();
      expect(names.ours('$$case-1')).toBeUndefined();
    }
  });

  it.each(['$', 'run 1', '罚缴'])('refuses the prefix %j', (prefix) => {
    expect(() => new Names(prefix)).toThrow('prefix');
  });
});
