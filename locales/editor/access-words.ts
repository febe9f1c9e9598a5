import { msg, str } from '@lit/localize';

/**
 * What an editor reads about signing in, people and the audit log, in the source
 * language (Swedish).
 */
export const words = {
  navigation: msg('Huvudmeny', { id: 'nav.label' }),
  navSessions: msg('Mina inloggningar', { id: 'nav.sessions' }),
  navPeople: msg('Personer', { id: 'nav.people' }),
  navAudit: msg('Logg', { id: 'nav.audit' }),

  signInTitle: msg('Logga in', { id: 'enter.title' }),
  signInAs: (name: string) => msg(str`Länken loggar in ${name}.`, { id: 'enter.as' }),
  signInButton: msg('Logga in', { id: 'enter.button' }),
  signInAtProvider: (host: string) => msg(str`Logga in via ${host}`, { id: 'enter.at-provider' }),
  signInAgain: msg('Logga in igen', { id: 'enter.again' }),
  alsoAtProvider: (host: string) =>
    msg(str`Du är fortfarande inloggad hos ${host}.`, { id: 'enter.also-at-provider' }),
  signOutAtProvider: (host: string) =>
    msg(str`Logga ut från ${host}`, { id: 'enter.out-at-provider' }),

  signInFailedTitle: msg('Inloggningen lyckades inte', { id: 'enter.failed-title' }),
  reasons: {
    link: msg('Länken är redan använd, för gammal eller felaktig.', { id: 'enter.bad-link' }),
    'provider-down': msg('Inloggningstjänsten svarar inte just nu. Försök igen om en stund.', {
      id: 'enter.provider-down',
    }),
    cancelled: msg('Inloggningen avbröts.', { id: 'enter.cancelled' }),
    state: msg('Inloggningen tog för lång tid, eller började i ett annat fönster. Börja om.', {
      id: 'enter.bad-state',
    }),
    code: msg('Inloggningstjänsten godtog inte inloggningen. Börja om.', { id: 'enter.bad-code' }),
    token: msg('Svaret från inloggningstjänsten gick inte att lita på. Börja om.', {
      id: 'enter.bad-token',
    }),
    unverified: msg('Inloggningstjänsten har inte bekräftat din mejladress.', {
      id: 'enter.unverified',
    }),
    unknown: msg('Du har inte tillgång till någon webbplats här. Be en administratör om det.', {
      id: 'enter.unknown',
    }),
    taken: msg('Ditt namn hör redan till en annan person här. Be en administratör om hjälp.', {
      id: 'enter.taken',
    }),
  },

  sessionsTitle: msg('Mina inloggningar', { id: 'sessions.title' }),
  sessionsText: msg(
    'Här står när du har loggat in. Känner du inte igen en inloggning kan du avsluta den.',
    { id: 'sessions.text' },
  ),
  sessionsLimits: msg(
    'En inloggning slutar efter 12 timmar, eller när den inte har använts på 2 timmar.',
    { id: 'sessions.limits' },
  ),
  sessionStarted: msg('Inloggad', { id: 'sessions.started' }),
  sessionUsed: msg('Senast använd', { id: 'sessions.used' }),
  sessionAction: msg('Åtgärd', { id: 'sessions.action' }),
  thisSession: msg('Den här inloggningen', { id: 'sessions.this' }),
  endSession: (moment: string) =>
    msg(str`Avsluta inloggningen från ${moment}`, { id: 'sessions.end' }),
  endOthers: msg('Avsluta alla andra inloggningar', { id: 'sessions.end-others' }),

  peopleTitle: msg('Personer', { id: 'people.title' }),
  peopleOf: (site: string) => msg(str`Personer på ${site}`, { id: 'people.of' }),
  personName: msg('Namn', { id: 'people.name' }),
  personRole: msg('Roll', { id: 'people.role' }),
  roles: {
    reader: msg('Läsare', { id: 'people.reader' }),
    editor: msg('Redaktör', { id: 'people.editor' }),
    administrator: msg('Administratör', { id: 'people.administrator' }),
  },
  rolesText: msg(
    'Läsare läser svaren. Redaktörer arbetar också med kommentarerna. Administratörer sköter också personer och inställningar.',
    { id: 'people.roles-text' },
  ),
  byGroup: (role: string) => msg(str`${role}, från grupp`, { id: 'people.by-group' }),
  byGroupText: msg(
    'Rollen kommer från en grupp hos inloggningstjänsten. Den läses vid varje inloggning. Sparar du en roll här gäller den i stället.',
    { id: 'people.by-group-text' },
  ),
  saveRole: msg('Spara rollen', { id: 'people.save-role' }),
  newLink: msg('Ny inloggningslänk', { id: 'people.new-link' }),
  endSessionsOf: msg('Avsluta alla inloggningar', { id: 'people.end-sessions' }),
  removePerson: (site: string) => msg(str`Ta bort från ${site}`, { id: 'people.remove' }),
  addPerson: msg('Lägg till en person', { id: 'people.add' }),
  addButton: msg('Lägg till', { id: 'people.add-button' }),
  nameHint: msg('Namnet som personen ska ha här, till exempel en mejladress.', {
    id: 'people.name-hint',
  }),
  nameHintProvider: (claim: string) =>
    msg(str`Skriv det som inloggningstjänsten kallar ${claim}, precis som det står där.`, {
      id: 'people.name-hint-provider',
    }),
  nameFault: msg('Skriv ett namn med 1 till 200 tecken.', { id: 'people.name-fault' }),
  toPeople: msg('Till alla personer', { id: 'people.back' }),
  lastAdministratorTitle: msg('Webbplatsen behöver en administratör', {
    id: 'people.last-title',
  }),
  lastAdministratorText: msg(
    'Personen är den enda administratören. Gör någon annan till administratör först.',
    { id: 'people.last-text' },
  ),
  linkTitle: msg('Inloggningslänk', { id: 'people.link-title' }),
  linkFor: (name: string) => msg(str`Ge den här länken till ${name}:`, { id: 'people.link-for' }),
  linkOnce: msg('Länken visas bara nu. Den fungerar en gång och inom 60 minuter.', {
    id: 'people.link-once',
  }),
  linkForbidden: msg(
    'Personen har också roller på webbplatser som du inte sköter. Därför kan du inte göra en länk.',
    { id: 'people.link-forbidden' },
  ),
  done: {
    added: msg('Personen är tillagd.', { id: 'people.done-added' }),
    role: msg('Rollen är sparad.', { id: 'people.done-role' }),
    sessions: msg('Alla inloggningar är avslutade.', { id: 'people.done-sessions' }),
    removed: msg('Personen är borttagen från webbplatsen.', { id: 'people.done-removed' }),
  },

  auditTitle: msg('Logg', { id: 'audit.title' }),
  auditText: msg('Här står vem som har gjort vad. Loggen går inte att ändra.', {
    id: 'audit.text',
  }),
  auditNone: msg('Det finns inget i loggen.', { id: 'audit.none' }),
  auditFilter: msg('Händelse', { id: 'audit.filter' }),
  auditAll: msg('Alla händelser', { id: 'audit.all' }),
  auditShow: msg('Visa', { id: 'audit.show' }),
  auditAt: msg('När', { id: 'audit.at' }),
  auditActor: msg('Vem', { id: 'audit.actor' }),
  auditAction: msg('Vad', { id: 'audit.action' }),
  auditSite: msg('Webbplats', { id: 'audit.site' }),
  auditSubject: msg('Gäller', { id: 'audit.subject' }),
  auditDetail: msg('Mer', { id: 'audit.detail' }),
  auditWay: {
    link: msg('Med länk', { id: 'audit.by-link' }),
    provider: msg('Via inloggningstjänst', { id: 'audit.by-provider' }),
  },
  auditFromTo: (from: string, to: string) => msg(str`${from} → ${to}`, { id: 'audit.from-to' }),
  auditNoRole: msg('Ingen roll', { id: 'audit.no-role' }),
  auditAllSites: msg('Alla', { id: 'audit.all-sites' }),
  auditUnknown: msg('Okänd', { id: 'audit.unknown' }),
  auditTold: {
    byApi: msg('Via API', { id: 'told.by-api' }),
    byMail: msg('Skickad med mejl', { id: 'told.by-mail' }),
    untold: (figure: string) => msg(str`Fler som inte står här: ${figure}`, { id: 'told.untold' }),
    sessions: (figure: string) => msg(str`Antal inloggningar: ${figure}`, { id: 'told.sessions' }),
    copy: msg('Kopia att lämna ut', { id: 'told.copy' }),
    rows: (figure: string) => msg(str`Antal rader: ${figure}`, { id: 'told.rows' }),
    masked: (figure: string) => msg(str`Maskerade kommentarer: ${figure}`, { id: 'told.masked' }),
    begun: msg('Filen påbörjades', { id: 'told.begun' }),
    complete: msg('Filen blev klar', { id: 'told.complete' }),
    brokenOff: msg('Filen blev inte klar', { id: 'told.broken-off' }),
    days: (figure: string) => msg(str`Antal dagar: ${figure}`, { id: 'told.days' }),
    pages: (figure: string) => msg(str`Antal sidor: ${figure}`, { id: 'told.pages' }),
    bytes: (figure: string) => msg(str`Antal byte: ${figure}`, { id: 'told.bytes' }),
    deleted: (figure: string) => msg(str`Raderade kommentarer: ${figure}`, { id: 'told.deleted' }),
    olderThan: (moment: string) => msg(str`Äldre än ${moment}`, { id: 'told.older-than' }),
    section: msg('En del av webbplatsen', { id: 'told.section' }),
    onlyNobodys: msg('Bara sidor som saknade ansvarig', { id: 'told.only-nobodys' }),
    into: (address: string) => msg(str`Ny adress: ${address}`, { id: 'told.into' }),
    scopes: (names: string) => msg(str`Rättigheter: ${names}`, { id: 'told.scopes' }),
    expires: (moment: string) => msg(str`Gäller till ${moment}`, { id: 'told.expires' }),
    layersOff: msg('Avstängda kontroller', { id: 'told.layers-off' }),
  },
  actions: {
    'sign-in': msg('Loggade in', { id: 'action.sign-in' }),
    'sign-in-failed': msg('Inloggning misslyckades', { id: 'action.sign-in-failed' }),
    'sign-out': msg('Loggade ut', { id: 'action.sign-out' }),
    'sessions-revoked': msg('Avslutade inloggningar', { id: 'action.sessions-revoked' }),
    'editor-added': msg('Lade till en person', { id: 'action.editor-added' }),
    'link-added': msg('Gjorde en inloggningslänk', { id: 'action.link-added' }),
    'role-changed': msg('Ändrade en roll', { id: 'action.role-changed' }),
    'role-removed': msg('Tog bort en roll', { id: 'action.role-removed' }),
    'token-added': msg('Gjorde en API-nyckel', { id: 'action.token-added' }),
    'token-revoked': msg('Drog in en API-nyckel', { id: 'action.token-revoked' }),
    export: msg('Exporterade', { id: 'action.export' }),
    'comment-masked': msg('Maskerade en kommentar', { id: 'action.comment-masked' }),
    'comment-deleted': msg('Raderade en kommentar', { id: 'action.comment-deleted' }),
    'comment-changed': msg('Ändrade kommentarer', { id: 'action.comment-changed' }),
    'comment-handed-over': msg('Lämnade över till registrator', {
      id: 'action.comment-handed-over',
    }),
    'comment-noted': msg('Skrev eller tog bort en anteckning', { id: 'action.comment-noted' }),
    'tags-changed': msg('Ändrade etiketter', { id: 'action.tags-changed' }),
    'score-changed': msg('Ändrade vad som räknas', { id: 'action.score-changed' }),
    'revision-added': msg('Lade in en ändring av en sida', { id: 'action.revision-added' }),
    'revision-changed': msg('Ändrade en anteckning om en sida', { id: 'action.revision-changed' }),
    'revision-deleted': msg('Tog bort en ändring av en sida', { id: 'action.revision-deleted' }),
    retention: msg('Gallrade', { id: 'action.retention' }),
    'owner-changed': msg('Ändrade ansvarig', { id: 'action.owner-changed' }),
    'settings-changed': msg('Ändrade inställningar', { id: 'action.settings-changed' }),
    'page-merged': msg('Slog ihop sidor', { id: 'action.page-merged' }),
    backup: msg('Säkerhetskopierade', { id: 'action.backup' }),
    'counts-rebuilt': msg('Räknade om svaren', { id: 'action.counts-rebuilt' }),
  },
};
