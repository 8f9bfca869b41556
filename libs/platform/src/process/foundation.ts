import { aesSealer, Codec } from '@fajiao/event-store';
import { type Clock, systemClock, type WorkingCalendar } from '@fajiao/kernel';
import { loadCalendar, loadRulebook, type Rulebook } from '@fajiao/rulebook';
import type { Config } from '../config/config';
import { openSecrets, type Secrets } from '../config/secrets';
import { openPeople } from '../identity/open-people';
import type { People } from '../identity/people';
import { Log } from '../observability/log';
import { Metrics } from '../observability/metrics';
import { Closing } from './closing';

/** What every process stands on, whichever contexts it serves. */
export interface Foundation {
  readonly config: Config;
  readonly clock: Clock;
  readonly rulebook: Rulebook;
  readonly calendar: WorkingCalendar;
  readonly people: People;
  readonly secrets: Secrets;
  readonly codec: Codec;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly closing: Closing;
}

/** @throws ConfigFaults, or the faults of the rulebook and the calendar */
export function openFoundation(config: Config): Foundation {
  const secrets = openSecrets(config);
  return {
    config,
    clock: systemClock,
    rulebook: loadRulebook(),
    calendar: loadCalendar(config.CALENDAR_DIR === undefined ? [] : [config.CALENDAR_DIR]),
    people: openPeople(config, systemClock),
    secrets,
    codec: new Codec(aesSealer(secrets.sealKey)),
    log: new Log(config),
    metrics: new Metrics(),
    closing: new Closing(),
  };
}
