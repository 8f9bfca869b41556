import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Shorter than that of a test, so that what is not found is named. */
const PATIENCE_MS = 15_000;

/** It asks nothing of the internet, and each start has an empty profile of its own. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws Error with what to do where there is no Chromium */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  const executablePath = named ?? KNOWN.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath))
    throw new Error(
      `There is no Chromium at ${named ?? KNOWN.join(', ')}: install one (Debian: apt-get install chromium), or name it with ` +
        'CHROMIUM=/path/to/chromium.',
    );
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page and everything that went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, among them breaches of the content security policy; exceptions; failed requests. */
  readonly complaints: string[];
}

/** A page of a profile of its own, which complains aloud. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (fault) => complaints.push(`exception: ${fault.error().message}`));
  context.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  return { page: await context.newPage(), complaints };
}

/** How much of the page lies beyond the right edge of the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
