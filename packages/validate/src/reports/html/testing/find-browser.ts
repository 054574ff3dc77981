import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const { env } = process;

const programFolders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFolders.flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
];

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium that is on this machine: the one that ROLLBOOK_CHROMIUM or CHROME_PATH names, else one where
 * systems usually have it; undefined when there is none.
 *
 * @throws Error when a variable names one that isn't there
 */
export function findBrowser(): string | undefined {
  for (const name of ['ROLLBOOK_CHROMIUM', 'CHROME_PATH']) {
    const named = env[name];
    if (named === undefined || named === '') continue;
    if (!runs(named)) throw new Error(`${name} names ${named}, which can't be run`);
    return named;
  }
  return usual.find(runs);
}
