/**
 * A test runner for Stryker that keeps the specs of the deciding domain loaded and switches mutants within one process.
 * Those specs are pure, so a mutant costs its tests alone (milliseconds) and not a start of Jest (seconds).
 */
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

/** What the instrumented code reads and writes. */
const hub = (globalThis.__stryker__ ??= {});

class InProcessRunner {
  static inject = [commonTokens.options];

  constructor({ inProcess }) {
    this.settings = inProcess;
    this.root = process.cwd();
    this.require = createRequire(join(this.root, 'package.json'));
    this.tests = [];
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.require('./test/support/typescript.cjs');
    globalThis.expect = this.require('expect').expect;
  }

  async dryRun() {
    hub.activeMutant = undefined;
    hub.hitLimit = undefined;
    hub.mutantCoverage = { static: {}, perTest: {} };
    this.load();
    const tests = [];
    for (const test of this.tests) {
      hub.currentTestId = test.id;
      const begun = performance.now();
      const failure = await failureOf(test);
      hub.currentTestId = undefined;
      const common = { id: test.id, name: test.id, timeSpentMs: performance.now() - begun, fileName: test.file };
      const failed = { status: TestStatus.Failed, failureMessage: failure };
      tests.push({ ...common, ...(failure === undefined ? { status: TestStatus.Success } : failed) });
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: withoutLoading(hub.mutantCoverage) };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    const atLoad = mutantActivation === 'static';
    // Only one of several processes makes the dry run.
    if (this.tests.length === 0) this.load();
    Object.assign(hub, { hitLimit, hitCount: 0, activeMutant: activeMutant.id });
    const broken = atLoad ? this.failureOfLoading() : undefined;
    const result = broken ?? (await this.tried(testFilter, hitLimit));
    hub.activeMutant = undefined;
    if (atLoad) this.load();
    return result;
  }

  failureOfLoading() {
    try {
      this.load();
      return undefined;
    } catch (error) {
      return killed('loading the specs', error, 0);
    }
  }

  async tried(testFilter, hitLimit) {
    const chosen = new Set(testFilter ?? this.tests.map(({ id }) => id));
    const tests = this.tests.filter(({ id }) => chosen.has(id));
    for (const [i, test] of tests.entries()) {
      const failure = await failureOf(test);
      if (hitLimit !== undefined && hub.hitCount > hitLimit) return { status: MutantRunStatus.Timeout };
      if (failure !== undefined) return killed(test.id, failure, i + 1);
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }

  /** Loads every spec anew, and notes its tests instead of running them. */
  load() {
    for (const file of Object.keys(this.require.cache))
      if (file.startsWith(join(this.root, this.settings.reload) + sep)) delete this.require.cache[file];
    this.tests = [];
    for (const file of this.specs()) {
      Object.assign(globalThis, harness(file, this.tests));
      this.require(join(this.root, file));
    }
  }

  specs() {
    const { folder, without } = this.settings;
    return readdirSync(join(this.root, folder), { recursive: true })
      .filter((file) => file.endsWith('.unit.spec.ts') && !without.some((part) => file.includes(part)))
      .sort()
      .map((file) => join(folder, file));
  }
}

/** What tests run too need not be loaded anew with each mutant: loading the specs runs much of it only to prepare them. */
function withoutLoading({ static: atLoad, perTest }) {
  const inTests = new Set(Object.values(perTest).flatMap((covered) => Object.keys(covered)));
  const alone = Object.entries(atLoad).filter(([mutant]) => !inTests.has(mutant));
  return { static: Object.fromEntries(alone), perTest };
}

/** As much of Jest's interface as the specs use. */
function harness(file, tests) {
  const path = [];
  const describe = (title, define) => {
    path.push(title);
    define();
    path.pop();
  };
  const it = (title, run) => {
    const name = [file, ...path, title].join(' > ');
    tests.push({ id: tests.some(({ id }) => id === name) ? `${name} (${tests.length})` : name, file, run });
  };
  const each = (rows) => (title, run) =>
    rows.forEach((row, i) => {
      const cells = Array.isArray(row) ? row : [row];
      it(`${title} [${i}]`, () => run(...cells));
    });
  it.each = each;
  return { describe, it, test: it };
}

async function failureOf({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

function killed(by, failure, nrOfTests) {
  return { status: MutantRunStatus.Killed, killedBy: [by], failureMessage: String(failure), nrOfTests };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
