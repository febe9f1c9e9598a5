import { Hono } from 'hono';
import type { ReviewEnvironment } from '../review-environment.ts';
import { createChangeRoutes } from './change-routes.ts';
import { createCommentRoutes } from './comment-routes.ts';
import { createSuspectedRoutes } from './suspected-routes.ts';
import { createTagRoutes } from './tag-routes.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** All with which editors work on comments and on what counts. */
export const createTriageRoutes = (deps: TriageDependencies) =>
  new Hono<ReviewEnvironment>()
    .route('/', createChangeRoutes(deps))
    .route('/', createCommentRoutes(deps))
    .route('/', createTagRoutes(deps))
    .route('/', createSuspectedRoutes(deps));
