import { Hono } from 'hono';
import { ProblemError, problemKinds } from '../http/problem.ts';
import { apiVersion, createOpenApiDocument } from './openapi-document.ts';

export interface ApiDependencies {
  publicUrl: () => string;
  basePath: string;
}

/** What the API tells about itself: its document, its version and its problems. */
export function createApi({ publicUrl, basePath }: ApiDependencies): Hono {
  const app = new Hono();
  app.get('/openapi.json', (context) => context.json(createOpenApiDocument(publicUrl())));
  app.get('/api-info', (context) =>
    context.json({
      apiName: 'Gensvar',
      apiVersion,
      apiReleased: '2026-11-22',
      apiDocumentation: `${publicUrl()}/feedback/v1/openapi.json`,
      apiStatus: 'beta',
    }),
  );
  app.get('/problems/:kind', (context) => {
    const kind = context.req.param('kind');
    if (!Object.hasOwn(problemKinds, kind))
      throw new ProblemError('not-found', 'There is no such problem.');
    const { status, title } = problemKinds[kind as keyof typeof problemKinds];
    return context.json({ type: `${basePath}/feedback/v1/problems/${kind}`, title, status });
  });
  return app;
}
