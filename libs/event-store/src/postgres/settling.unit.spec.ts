import { Settling } from './settling';

describe('Settling', () => {
  it('asks for what it was told, and nothing at first', () => {
    const settling = new Settling();
    expect(settling.question()).toEqual(['0', null, null]);
    expect(settling.waitingFor()).toBeUndefined();
    settling.answer('0', '12', ['77:3/5', '78:4/9']);
    expect(settling.question()).toEqual(['0', '12', ['77:3/5', '78:4/9']]);
    expect(settling.waitingFor()).toBe(77);
  });

  it('goes on waiting for those that it first waited for, whoever appends since', () => {
    const settling = new Settling();
    settling.answer('0', '12', ['77:3/5']);
    settling.answer('0', '20', ['99:1/1']);
    expect(settling.question()).toEqual(['0', '12', ['77:3/5']]);
  });

  it('is done waiting when everything up to there is settled, and may then wait for others', () => {
    const settling = new Settling();
    settling.answer('0', '12', ['77:3/5']);
    settling.answer('12', null, null);
    expect(settling.question()).toEqual(['12', null, null]);
    settling.answer('12', '30', ['99:1/1']);
    expect(settling.question()).toEqual(['12', '30', ['99:1/1']]);
  });

  it('a late answer neither unsettles nor brings back a wait that is over', () => {
    const settling = new Settling();
    settling.answer('30', null, null);
    settling.answer('12', '20', ['77:3/5']);
    expect(settling.question()).toEqual(['30', null, null]);
  });
});
