import type { Context } from 'hono';
import type { html } from 'hono/html';
import type { Editor } from '../store/store.ts';
import type { Locale } from './locale.ts';

/** What each request of the review knows once its session has been looked up. */
export interface ReviewEnvironment {
  Variables: {
    /** Absent when nobody is signed in. */
    editor?: Editor;
    /** The hash of the session's token; absent with the editor. */
    session?: string;
    locale: Locale;
  };
}

export type ReviewContext = Context<ReviewEnvironment>;

/** Markup in which every value has been escaped. */
export type Html = ReturnType<typeof html>;
