import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { writePackage } from '../../widget/build/write-package.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const tsc = resolve(root, 'node_modules/typescript/bin/tsc');

/** A project of a website that has the element's npm package installed. */
export interface PackageProject {
  /** What is installed, by the names of its folders. */
  installed: () => Promise<string[]>;
  /** Checks files of the project strictly. Returns the faults, one a line. */
  check: (codes: string[], resolution: 'bundler' | 'nodenext') => Promise<string>;
  /** Bundles a file of the project to one script for browsers. */
  bundle: (code: string, format: 'esm' | 'iife') => Promise<string>;
  remove: () => Promise<void>;
}

/** Packs the element as for a release, and installs it without a network. */
export async function openPackageProject(): Promise<PackageProject> {
  const folder = await createTemporaryFolder();
  const inFolder = (name: string) => join(folder.path, name);
  const npm = (...words: string[]) => run('npm', words, { cwd: folder.path });
  await writePackage(root, inFolder('package'));
  await npm('pack', './package');
  const { name, version } = JSON.parse(
    await readFile(inFolder('package/package.json'), 'utf8'),
  ) as Record<'name' | 'version', string>;
  await writeFile(inFolder('package.json'), '{ "private": true, "type": "module" }');
  await npm('install', '--offline', '--no-audit', '--no-fund', `./${name}-${version}.tgz`);

  return {
    async installed() {
      const lock = JSON.parse(await readFile(inFolder('package-lock.json'), 'utf8')) as {
        packages: Record<string, unknown>;
      };
      return Object.keys(lock.packages).filter((path) => path !== '');
    },
    async check(codes, resolution) {
      const files = codes.map((_, index) => `file-${index}.ts`);
      await Promise.all(codes.map((code, index) => writeFile(inFolder(`file-${index}.ts`), code)));
      const compilerOptions = {
        noEmit: true,
        strict: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
      };
      const settings = JSON.stringify({ compilerOptions, files });
      await writeFile(inFolder('tsconfig.json'), settings);
      try {
        await run(process.execPath, [tsc, '--project', folder.path]);
        return '';
      } catch (error) {
        return String((error as { stdout?: unknown }).stdout);
      }
    },
    async bundle(code, format) {
      await writeFile(inFolder('main.ts'), code);
      const { outputFiles } = await build({
        absWorkingDir: folder.path,
        entryPoints: ['main.ts'],
        bundle: true,
        write: false,
        format,
        // An element alone is all that such a project wants: nothing of it is used by name.
        treeShaking: true,
        logLevel: 'silent',
      });
      return outputFiles[0]?.text ?? '';
    },
    remove: folder.remove,
  };
}
