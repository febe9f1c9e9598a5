import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the website that embeds the prompt. */
export interface HostPage {
  body: string;
  /** What stands in the head beside the title. */
  head?: string;
  title?: string;
  language?: string;
  headers?: Record<string, string>;
  /** How the page's text is encoded, and said to be. */
  charset?: 'utf-8' | 'iso-8859-1';
}

/** A website of its own: another host than the service's, so that all is truly cross-origin. */
export interface HostSite {
  origin: string;
  /** Puts a page at a path; the path must not have been used. */
  addPage: (path: string, page: HostPage) => string;
  addScript: (path: string, script: string) => string;
  /** Answers at a path, without content, when something has happened. */
  addAnswer: (path: string, when: () => Promise<void>) => void;
  /** How often a path was asked for. */
  visits: (path: string) => number;
  /** Waits until a path is asked for, if it has not been. */
  visited: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

interface HostFile {
  content?: Buffer;
  headers?: Record<string, string>;
  when?: () => Promise<void>;
}

/** Opens an empty website on a port of its own. */
export async function openHostSite(): Promise<HostSite> {
  const files = new Map<string, HostFile>();
  const visits: string[] = [];
  const arrivals = new EventEmitter();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    visits.push(path);
    arrivals.emit(path);
    const file = files.get(path);
    const answer = () => {
      response.writeHead(file ? 200 : 404, file?.headers);
      response.end(file?.content);
    };
    if (file?.when) void file.when().then(answer);
    else answer();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // The service is at 127.0.0.1: to a browser, `localhost` is another site altogether.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  const add = (path: string, file: HostFile) => {
    if (files.has(path)) throw new Error(`There is a page at ${path} already.`);
    files.set(path, file);
    return `${origin}${path}`;
  };
  return {
    origin,
    addPage(path, page) {
      const { charset = 'utf-8', headers } = page;
      const content = Buffer.from(documentOf(page), charset === 'iso-8859-1' ? 'latin1' : 'utf-8');
      const type = `text/html; charset=${charset}`;
      return add(path, { content, headers: { 'content-type': type, ...headers } });
    },
    addScript: (path, script) =>
      add(path, { content: Buffer.from(script), headers: { 'content-type': 'text/javascript' } }),
    addAnswer(path, when) {
      add(path, { when });
    },
    visits: (path) => visits.filter((one) => one === path).length,
    async visited(path) {
      if (!visits.includes(path)) await once(arrivals, path);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const documentOf = ({ body, head = '', title = 'En sida', language = 'sv' }: HostPage) =>
  `<!doctype html>
<html lang="${language}">
<head>
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
