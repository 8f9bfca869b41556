/**
 * `node -r ./test/support/typescript.cjs FILE.ts`: runs a program of test/ as Jest runs its specs, without a build.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const { transform } = require('../../jest.config.js');

const ROOT = join(__dirname, '../..');
const [[, options]] = Object.values(transform);

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline' });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const door = request.startsWith('@fajiao/') && join(ROOT, 'libs', request.slice('@fajiao/'.length), 'src/index.ts');
  return door && existsSync(door) ? door : resolve(request, ...rest);
};

process.setSourceMapsEnabled(true);
