import type { Role } from '../../server/store/store.ts';

/** Who asks. */
export type Who = 'nobody' | Role | 'administrator of another site';

export const everyone: Who[] = [
  'nobody',
  'reader',
  'editor',
  'administrator',
  'administrator of another site',
];

/** How one route answers whom. */
export interface Rule {
  /** An address of the route that leads to something on the site `test`. */
  path: string;
  fields?: Record<string, string>;
  /** What each is answered with; nobody with 401 unless told. */
  answers: Partial<Record<Who, number>> & Record<Exclude<Who, 'nobody'>, number>;
}

const all = (status: number) => ({
  reader: status,
  editor: status,
  administrator: status,
  'administrator of another site': status,
});
/** For those who have a role on the site, whichever it is. */
const onSite = (status: number) => ({ ...all(status), 'administrator of another site': 404 });
/** For those who may work with the site's comments. */
const editors = (status: number) => ({ ...onSite(status), reader: 404 });
/** For the site's administrators. */
const administrators = (status: number) => ({ ...all(404), administrator: status });

const person = '/review/people/test/1';
const oneComment = '/review/comments/:id{[0-9]{1,15}}';
const oneEdit = '/review/pages/:id{[0-9]{1,15}}/edits/:edit{[0-9]{1,15}}';
const oneTag = '/review/tags/:site/:tag{[0-9]{1,15}}';

/** Each page of settings; a form that has seen nothing is told what is stored. */
const settingsRules: Record<string, Rule> = Object.fromEntries(
  ['site', 'prompt', 'off', 'retention', 'digest', 'open-data', 'spam'].flatMap((topic) => {
    const path = `/review/settings/test/${topic}`;
    const needsMore = ['site', 'prompt', 'retention'].includes(topic);
    return [
      [`GET /review/settings/:site/${topic}`, { path, answers: administrators(200) }],
      [
        `POST /review/settings/:site/${topic}`,
        { path, answers: administrators(needsMore ? 422 : 409) },
      ],
    ];
  }),
);

/** Every route of the review. One that is not here fails the test: decide who may use it. */
export const rules: Record<string, Rule> = {
  'GET /review/review.css': { path: '/review/review.css', answers: { nobody: 200, ...all(200) } },
  'GET /review/sign-in': { path: '/review/sign-in', answers: { nobody: 403, ...all(403) } },
  'POST /review/sign-in': { path: '/review/sign-in', answers: { nobody: 403, ...all(403) } },
  'GET /review/signed-out': { path: '/review/signed-out', answers: { nobody: 200, ...all(200) } },
  'GET /review/sign-in/provider': {
    path: '/review/sign-in/provider',
    answers: { nobody: 503, ...all(503) },
  },
  'GET /review/sign-in/provider/done': {
    path: '/review/sign-in/provider/done',
    answers: { nobody: 403, ...all(403) },
  },
  'GET /review/sign-out/provider': {
    path: '/review/sign-out/provider',
    answers: { nobody: 303, ...all(303) },
  },
  'POST /review/sign-out': { path: '/review/sign-out', answers: { nobody: 303, ...all(303) } },
  'GET /review': { path: '/review', answers: all(308) },
  'GET /review/:end{$}': { path: '/review/', answers: all(200) },
  'GET /review/pages/:id{[0-9]{1,15}}': { path: '/review/pages/1', answers: onSite(200) },
  'GET /review/comments': { path: '/review/comments', answers: all(200) },
  'POST /review/pages/:id{[0-9]{1,15}}/edits': {
    path: '/review/pages/1/edits',
    fields: { day: '' },
    answers: editors(422),
  },
  [`GET ${oneEdit}`]: { path: '/review/pages/1/edits/1', answers: editors(404) },
  // An edit that is gone leads back to its page.
  [`POST ${oneEdit}`]: { path: '/review/pages/1/edits/1', answers: editors(303) },
  [`POST ${oneEdit}/delete`]: { path: '/review/pages/1/edits/1/delete', answers: editors(303) },
  // A reader is told why not: the address leads to no site of its own.
  'GET /review/export': { path: '/review/export', answers: { ...all(200), reader: 403 } },
  'POST /review/export/file': {
    path: '/review/export/file',
    fields: { site: 'test', format: 'csv' },
    answers: { ...onSite(200), reader: 403 },
  },
  'GET /review/records-request': {
    path: '/review/records-request',
    answers: { ...all(200), reader: 403 },
  },
  'GET /review/records-request/choose': {
    path: '/review/records-request/choose?site=test',
    answers: { ...onSite(200), reader: 403 },
  },
  'POST /review/records-request/choose': {
    path: '/review/records-request/choose',
    fields: { site: 'test' },
    answers: { ...onSite(200), reader: 403 },
  },
  'POST /review/records-request/copy': {
    path: '/review/records-request/copy',
    fields: { site: 'test' },
    answers: { ...onSite(400), reader: 403 },
  },
  'POST /review/comments/change': {
    path: '/review/comments/change',
    fields: { one: '1.0.fixed' },
    answers: editors(303),
  },
  // Whoever has done nothing has nothing to undo.
  'POST /review/comments/undo': { path: '/review/comments/undo', answers: all(303) },
  [`GET ${oneComment}`]: { path: '/review/comments/1', answers: onSite(200) },
  [`POST ${oneComment}/handle`]: { path: '/review/comments/1/handle', answers: editors(303) },
  [`POST ${oneComment}/note`]: {
    path: '/review/comments/1/note',
    fields: { note: 'En anteckning' },
    answers: editors(303),
  },
  [`GET ${oneComment}/hand-over`]: { path: '/review/comments/1/hand-over', answers: editors(200) },
  [`GET ${oneComment}/mask`]: { path: '/review/comments/1/mask', answers: editors(200) },
  [`POST ${oneComment}/mask`]: { path: '/review/comments/1/mask', answers: editors(409) },
  [`GET ${oneComment}/delete`]: { path: '/review/comments/1/delete', answers: editors(200) },
  [`POST ${oneComment}/delete`]: { path: '/review/comments/1/delete', answers: editors(409) },
  'POST /review/pages/:id{[0-9]{1,15}}/suspected': {
    path: '/review/pages/1/suspected',
    fields: { day: '2026-11-22', suspicion: 'flood', counts: 'yes' },
    answers: editors(303),
  },
  'GET /review/tags': {
    path: '/review/tags',
    answers: { ...administrators(200), 'administrator of another site': 200 },
  },
  'POST /review/tags/:site/add': {
    path: '/review/tags/test/add',
    fields: { name: 'Ny' },
    answers: administrators(303),
  },
  [`POST ${oneTag}/rename`]: {
    path: '/review/tags/test/1/rename',
    fields: { was: 'Övrigt', name: 'Övrigt' },
    answers: administrators(303),
  },
  [`POST ${oneTag}/move`]: { path: '/review/tags/test/1/move', answers: administrators(303) },
  [`GET ${oneTag}/delete`]: { path: '/review/tags/test/1/delete', answers: administrators(200) },
  [`POST ${oneTag}/delete`]: { path: '/review/tags/test/1/delete', answers: administrators(409) },
  'POST /review/language': {
    path: '/review/language',
    fields: { language: 'sv', returnTo: '/review/' },
    answers: all(303),
  },
  'GET /review/sessions': { path: '/review/sessions', answers: all(200) },
  'POST /review/sessions/end': {
    path: '/review/sessions/end',
    fields: { session: 'none' },
    answers: all(303),
  },
  'POST /review/sessions/end-others': { path: '/review/sessions/end-others', answers: all(303) },
  'GET /review/people': {
    path: '/review/people',
    answers: { ...administrators(200), 'administrator of another site': 200 },
  },
  'POST /review/people/:site/add': {
    path: '/review/people/test/add',
    fields: { name: 'Någon', role: 'reader' },
    answers: administrators(303),
  },
  'GET /review/people/:site/:person{[0-9]{1,15}}': { path: person, answers: administrators(200) },
  'POST /review/people/:site/:person{[0-9]{1,15}}/role': {
    path: `${person}/role`,
    fields: { role: 'editor' },
    answers: administrators(303),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/link': {
    path: `${person}/link`,
    answers: administrators(200),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/end-sessions': {
    path: `${person}/end-sessions`,
    answers: administrators(303),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/remove': {
    path: `${person}/remove`,
    answers: administrators(303),
  },
  'POST /review/pages/:id{[0-9]{1,15}}/owner': {
    path: '/review/pages/1/owner',
    fields: { owner: '', was: '' },
    answers: editors(303),
  },
  'GET /review/responsible': {
    path: '/review/responsible',
    answers: { ...editors(200), 'administrator of another site': 200 },
  },
  'POST /review/responsible': {
    path: '/review/responsible',
    fields: { site: 'test', section: '/', owner: '' },
    answers: { ...editors(303), 'administrator of another site': 400 },
  },
  // This service has no mail server: nothing can be chosen, only given up.
  'GET /review/mail': { path: '/review/mail', answers: all(200) },
  'POST /review/mail/address': { path: '/review/mail/address', answers: all(200) },
  'POST /review/mail/choices': { path: '/review/mail/choices', answers: all(200) },
  'POST /review/mail/unwatch': { path: '/review/mail/unwatch', answers: all(303) },
  'POST /review/mail/remove': { path: '/review/mail/remove', answers: all(303) },
  'POST /review/pages/:id{[0-9]{1,15}}/watch': { path: '/review/pages/1/watch', answers: all(404) },
  'GET /review/pages/:id{[0-9]{1,15}}/merge': {
    path: '/review/pages/1/merge',
    answers: editors(200),
  },
  'POST /review/pages/:id{[0-9]{1,15}}/merge': {
    path: '/review/pages/1/merge',
    answers: editors(422),
  },
  'GET /review/settings': {
    path: '/review/settings',
    answers: { ...administrators(303), 'administrator of another site': 303 },
  },
  'GET /review/settings/:site': { path: '/review/settings/test', answers: administrators(200) },
  'GET /review/settings/:site/embed': {
    path: '/review/settings/test/embed',
    answers: administrators(200),
  },
  ...settingsRules,
  'GET /review/audit': {
    path: '/review/audit',
    answers: { ...administrators(200), 'administrator of another site': 200 },
  },
};
