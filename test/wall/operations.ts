import { auditPart } from '@fajiao/audit';
import { collectionPart } from '@fajiao/collection';
import { decisionPart } from '@fajiao/decision';
import { disclosurePart, editingPart } from '@fajiao/disclosure';
import type { OperationPolicy, Role, Side } from '@fajiao/platform';
import { registryPart } from '@fajiao/registry';
import { BANK } from './http-system';

/** A row of the policy table that asks who it is. */
export interface Operation {
  readonly id: string;
  readonly context: string;
  readonly side: Side;
  readonly roles: readonly Role[];
  readonly writes: boolean;
}

/** Every operation of every context that is not open to everybody. */
export const operations: readonly Operation[] = [
  decisionPart,
  registryPart,
  collectionPart,
  disclosurePart,
  editingPart,
  auditPart,
].flatMap(({ context, side, operations: table }) =>
  Object.entries<OperationPolicy>(table).flatMap(([id, { roles, write }]) =>
    roles === 'public' ? [] : [{ id, context, side, roles, writes: write !== undefined }],
  ),
);

export interface Route {
  readonly method: string;
  readonly path: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

/** Something for every parameter of a path. */
const VALUES: Readonly<Record<string, string>> = {
  id: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
  evidence: '1',
  officer: 'officer-9',
  unit: 'longquan',
  bank: BANK,
  reference: 'A20231008000117',
  date: '2023-10-09',
  code: '14092223481920375167',
  refundId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f61',
  resolutionId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f63',
  correctionId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f64',
  key: 'line-1',
  month: '2023-10',
  reliefId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f62',
  stream: 'case-5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
  kind: 'cases',
  caseId: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60',
};

/** Where the running system serves each operation, by its own documents. */
export async function routesOf(url: string): Promise<ReadonlyMap<string, Route>> {
  const routes = new Map<string, Route>();
  for (const context of new Set(operations.map((operation) => operation.context))) {
    const { paths } = (await (await fetch(`${url}/${context}/openapi.json`)).json()) as Document;
    for (const [template, methods] of Object.entries(paths))
      for (const [method, { operationId }] of Object.entries(methods)) {
        const path = template.replace(
          /\{(\w+)\}/g,
          (_parameter, name: string) => VALUES[name] ?? `no value for ${name}`,
        );
        routes.set(`${context}.${operationId}`, { method: method.toUpperCase(), path });
      }
  }
  return routes;
}
