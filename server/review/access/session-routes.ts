import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Session } from '../../store/sessions.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html, ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import type { AccessDependencies } from './access-dependencies.ts';

/** The editor's own sessions, each of which the editor can end. */
export function createSessionRoutes({ store, clock, root, sessions, show }: AccessDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  routes.get('/sessions', async (c) => {
    const { editor, session = '', locale } = c.var;
    const list = editor ? await store.listSessions(editor.id, sessions.alive()) : [];
    return show(c, sessionsPage(list, session, locale, root));
  });

  routes.post('/sessions/end', async (c) => {
    const { session: wish } = await c.req.parseBody();
    return end(c, typeof wish === 'string' ? { only: wish } : undefined);
  });
  routes.post('/sessions/end-others', (c) => end(c, { except: c.var.session ?? '' }));

  async function end(c: ReviewContext, choice: { only: string } | { except: string } | undefined) {
    const { editor } = c.var;
    const ended = editor && choice ? await store.removeSessionsOf(editor.id, choice) : 0;
    if (editor && ended > 0) {
      const detail = { sessions: ended };
      const entry = { at: clock(), actor: editor.name, subject: editor.name, detail };
      for (const siteId of editor.siteIds) {
        await store.recordAudit({ ...entry, siteId, action: 'sessions-revoked' });
      }
    }
    return c.redirect(`${root}/sessions`, 303);
  }

  return routes;
}

function sessionsPage(list: Session[], own: string, locale: Locale, root: string): ReviewPage {
  const { words } = locale;
  return {
    title: words.sessionsTitle,
    main: html`<h1>${words.sessionsTitle}</h1>
      <p>${words.sessionsText}</p>
      <p>${words.sessionsLimits}</p>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">${words.sessionStarted}</th>
            <th scope="col">${words.sessionUsed}</th>
            <th scope="col">${words.sessionAction}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map(
            (session) =>
              html`<tr>
                <td data-name="${words.sessionStarted}">${timeOf(session.created, locale)}</td>
                <td data-name="${words.sessionUsed}">${timeOf(session.lastUsed, locale)}</td>
                <td>
                  ${session.tokenHash === own ? words.thisSession : endForm(session, locale, root)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        list.length > 1 &&
        html`<form method="post" action="${root}/sessions/end-others">
          <button>${words.endOthers}</button>
        </form>`
      }`,
  };
}

/** A session is named by the hash of its token, from which the token cannot be found. */
function endForm(session: Session, { words, formats }: Locale, root: string): Html {
  return html`<form method="post" action="${root}/sessions/end">
    <button name="session" value="${session.tokenHash}">
      ${words.endSession(formats.moment(session.created))}
    </button>
  </form>`;
}
