import { freshDatabase, type TestDatabase } from '../support/postgres';
import { numbering } from './numbering';

describe('forty decisions at once, with the app killed in between', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('have the document numbers 1 to 40, none twice and none missing', async () => {
    const { adminUrl: databaseUrl } = database;

    const { faults, numbers } = await numbering({ databaseUrl, decisions: 40, callers: 16, kills: 1 });

    expect(faults).toEqual([]);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  }, 120_000);
});
