import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** What the house's tests look at in a package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

export interface WorkspacePackage {
  /** From the workspace's root, such as `packages/model`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages in `packages` or `tools`. */
export function listPackages(parent: 'packages' | 'tools'): WorkspacePackage[] {
  return readdirSync(workspaceRoot + parent)
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(`${workspaceRoot}${folder}/package.json`))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(`${workspaceRoot}${folder}/package.json`, 'utf8')) as Manifest,
    }));
}

const run = promisify(execFile);

/**
 * Runs a tool of `node_modules` in a folder and gives what it printed. Rejects with all of that when it fails.
 * `script` is a path below `node_modules`, such as `nx/dist/bin/nx.js`.
 */
export async function runTool(script: string, args: readonly string[], cwd: string): Promise<string> {
  // A vitest or Nx that runs this must not be taken by the child for its own parent.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NX_|NODE_ENV$)/.test(name));
  const env = { ...Object.fromEntries(inherited), NX_DAEMON: 'false', CI: 'true', NO_COLOR: '1' };
  const path = `${workspaceRoot}node_modules/${script}`;
  try {
    const { stdout, stderr } = await run(process.execPath, [path, ...args], {
      cwd,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${script} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}

/** Path of Nx's command below `node_modules`, as its manifest has it. */
export function nxScript(): string {
  const { bin } = JSON.parse(readFileSync(`${workspaceRoot}node_modules/nx/package.json`, 'utf8')) as {
    bin: Record<string, string>;
  };
  return `nx/${bin.nx ?? ''}`;
}
