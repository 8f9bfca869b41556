import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateOf, type Clock } from '@fajiao/kernel';
import { type Config, ConfigFaults } from '../config/config';
import { keptFile } from '../config/kept-file';
import { developmentStaff } from './development-people';
import { People } from './people';
import { readStaff } from './staff-file';

/**
 * The people of STAFF_FILE, or those of development, whose certificates run one year from the first start.
 * @throws ConfigFaults when the file is not right, or when production names none
 */
export function openPeople(config: Pick<Config, 'STAFF_FILE' | 'VAR_DIR' | 'NODE_ENV'>, clock: Clock): People {
  if (config.STAFF_FILE !== undefined)
    return new People(readStaff(readFileSync(config.STAFF_FILE, 'utf8'), 'STAFF_FILE'));
  if (config.NODE_ENV === 'production') throw new ConfigFaults(['STAFF_FILE is missing']);
  const path = join(config.VAR_DIR, 'development-staff.json');
  return new People(
    readStaff(
      keptFile(path, () => developmentStaff(civilDateOf(clock.now()))),
      path,
    ),
  );
}
