import { join } from 'node:path';
import { generateSite, siteOrigin } from './generated-site.ts';
import { residentMemory } from '../resident-memory.ts';
import { startSignedInService } from './signed-in-service.ts';

/** The service in a process of its own, with many responses and an editor signed in. */
export interface ExportingService {
  url: string;
  /** An address whose pages belong to the site. */
  origin: string;
  /** Asks for a file as the form of the review does. */
  exportFile: (fields: Record<string, string>, signal?: AbortSignal) => Promise<Response>;
  /** How much memory the process has now, in bytes. */
  residentMemory: () => Promise<number>;
  /** The most it has ever had since it was started, in bytes, as the system has kept it. */
  mostResidentMemory: () => Promise<number>;
  stop: () => Promise<void>;
}

/**
 * Makes a database of so many generated responses, on which the service can be started as it
 * is run, from its bundle: each time in a process of its own, which remembers nothing.
 * @param nodeFlags what Node itself is told, such as `--max-semi-space-size=2`
 */
export async function createExportingServices(
  folder: string,
  rows: number,
  nodeFlags: string[],
): Promise<() => Promise<ExportingService>> {
  const database = join(folder, 'gensvar.db');
  const signIn = await generateSite(database, { rows });

  return async () => {
    const service = await startSignedInService({ folder, database, nodeFlags }, signIn);
    const { url, pid, post, stop } = service;
    return {
      ...{ url, origin: siteOrigin, stop },
      exportFile: (fields, signal) => post('/review/export/file', fields, signal),
      residentMemory: () => residentMemory(pid, 'now'),
      mostResidentMemory: () => residentMemory(pid, 'most'),
    };
  };
}
