/** The database is not as this process needs it. The message says what to do; it holds no password. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}
