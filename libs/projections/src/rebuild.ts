import type { DataSource } from 'typeorm';

const LOCK_NOT_AVAILABLE = '55P03';

/** Puts a rebuilt projection in the place of the live one. False: not yet, it is behind, or a long read is going on. */
export async function swapIn(dataSource: DataSource, name: string): Promise<boolean> {
  try {
    const [row] = await dataSource.query<{ swapped: boolean }[]>('SELECT projection.swap($1) AS swapped', [name]);
    return row?.swapped === true;
  } catch (fault) {
    if ((fault as { driverError?: { code?: string } }).driverError?.code === LOCK_NOT_AVAILABLE) return false;
    throw fault;
  }
}
