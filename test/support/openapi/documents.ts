/**
 * `npm run openapi`: asks the running build for the document of each context and keeps it in the context's `api/`. With
 * `--check` it only tells which of the kept documents the build no longer serves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, startApp } from '../case-history/processes';
import { makeRunFolder } from '../case-history/run-folder';

/** As in production: somebody else's identity provider, nothing of the development issuer. It is not asked anything. */
const SIGN_IN = {
  OIDC_ISSUER: 'https://sign-in.example.cn',
  OIDC_AUDIENCE: 'fajiao',
  OIDC_JWKS_URL: 'https://sign-in.example.cn/jwks.json',
};

/** Where the document of each context is kept, under libs/. */
const KEPT: Readonly<Record<string, string>> = {
  decision: 'decision/src/api',
  registry: 'registry/src/api',
  collection: 'collection/src/api',
  disclosure: 'disclosure/src/api',
  editing: 'disclosure/src/api/editing',
  audit: 'audit/src/api',
};

async function main(check: boolean): Promise<void> {
  const folder = makeRunFolder('openapi');
  try {
    const app = await startApp('standalone', { ...SIGN_IN, VAR_DIR: folder.varDir });
    await keepOrCompare(app.url, check).finally(() => app.stop());
  } finally {
    folder.remove();
  }
}

async function keepOrCompare(url: string, check: boolean): Promise<void> {
  for (const [context, folder] of Object.entries(KEPT)) {
    const served = await (await fetch(`${url}/${context}/openapi.json`)).json();
    const text = `${JSON.stringify(served, null, 2)}\n`;
    const file = join(projectRoot(), 'libs', folder, 'openapi.json');
    if (!check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) drifted(file);
  }
}

function drifted(file: string): void {
  console.error(`${file} is not what the build serves: run "npm run openapi".`);
  process.exitCode = 1;
}

void main(process.argv.includes('--check'));
