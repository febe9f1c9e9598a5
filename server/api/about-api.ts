import type { ApiInfo } from '../contract/api-info-schema.ts';
import { ProblemError, problemKinds } from '../http/problem.ts';
import { apiReleased, apiVersion } from './document-texts.ts';
import { getApiInfo, getProblemKind } from './open-operations.ts';
import type { ReadServer } from './serve-reads.ts';

/** What the API tells about itself: its version and the meaning of its problems. */
export function serveAboutApi(server: ReadServer, publicUrl: () => string, basePath: string): void {
  server.open(getApiInfo, () => {
    const body: ApiInfo = {
      apiName: 'Gensvar',
      apiVersion,
      apiReleased,
      apiDocumentation: `${publicUrl()}/feedback/v1/docs`,
      apiStatus: 'beta',
    };
    return Promise.resolve({ body });
  });

  server.open(getProblemKind, ({ path }) => {
    const kind = path('kind');
    if (!Object.hasOwn(problemKinds, kind)) {
      throw new ProblemError('not-found', 'There is no such problem.');
    }
    const { status, title } = problemKinds[kind as keyof typeof problemKinds];
    const type = `${basePath}/feedback/v1/problems/${kind}`;
    return Promise.resolve({ body: { type, title, status } });
  });
}
