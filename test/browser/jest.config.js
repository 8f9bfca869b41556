/**
 * The pages in a real browser: `npm run test:browser`. Apart from `npm test`, because a machine with Node and nothing else
 * has no Chromium.
 */
const project = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...project,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  maxWorkers: 1,
};
