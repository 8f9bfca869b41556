import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditPart } from '@fajiao/audit';
import { collectionPart } from '@fajiao/collection';
import { decisionPart } from '@fajiao/decision';
import { disclosurePart } from '@fajiao/disclosure';
import { collectingRoles, decidingRoles, type OperationPolicy, type Role } from '@fajiao/platform';
import { type HttpSystem, startHttpSystem } from './http-system';

const parts = [decisionPart, collectionPart, disclosurePart, auditPart];

/** An operation that asks who it is. */
interface Operation extends OperationPolicy {
  readonly id: string;
  readonly context: string;
  readonly side: string;
  readonly roles: readonly [Role, ...Role[]];
}
