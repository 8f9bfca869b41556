import { withoutPersonalData } from './without-personal-data';

describe('withoutPersonalData', () => {
  it.each([
    ['duplicate key: Key (name)=(张三·李) exists', 'duplicate key: Key (name)=(…) exists'],
    ['invalid input syntax for type uuid: "zhang san"', 'invalid input syntax for type uuid: …'],
    ['no row for 14220119900101123X', 'no row for …'],
    ['call 13800138000', 'call …'],
    ['token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln', 'token …'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('masks %s', (text, masked) => {
    expect(withoutPersonalData(text)).toBe(masked);
  });
});
