import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { digestCommand } from '../../server/commands/digest.ts';
import { readConfig } from '../../server/config.ts';
import { createMailTokens } from '../../server/mail/mail-tokens.ts';
import { startService } from '../../server/service.ts';
import { openStore } from '../../server/store/open-store.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const complete = {
  GENSVAR_SMTP_URL: 'smtp://name:secret@mail.example.se:587',
  GENSVAR_MAIL_FROM: 'Gensvar <gensvar@example.se>',
  PUBLIC_URL: 'https://gensvar.example.se',
};

describe('the settings of mail', () => {
  it('are read together, or not at all', () => {
    assert.equal(readConfig({}).mail, undefined);
    assert.deepEqual(readConfig(complete).mail, {
      url: complete.GENSVAR_SMTP_URL,
      from: complete.GENSVAR_MAIL_FROM,
    });
    for (const name of Object.keys(complete)) {
      const partial = { ...complete, [name]: undefined };
      assert.throws(() => readConfig(partial), new RegExp(`${name} must be set`));
    }
  });

  it('are told to be faulty at once, with all others and never with the secret', () => {
    for (const url of ['mail.example.se', 'http://mail.example.se', 'smtp://']) {
      assert.throws(() => readConfig({ ...complete, GENSVAR_SMTP_URL: url }), /GENSVAR_SMTP_URL/);
    }
    for (const from of ['Gensvar', 'a@b', 'A <a@b.se>\nBcc: x@y.se', 'x@y.se <a@b.se>']) {
      const faulty = { ...complete, GENSVAR_MAIL_FROM: from, PORT: 'x' };
      assert.throws(
        () => readConfig(faulty),
        (fault: Error) =>
          /PORT[^]*GENSVAR_MAIL_FROM|GENSVAR_MAIL_FROM[^]*PORT/.test(fault.message) &&
          !fault.message.includes('secret'),
        from,
      );
    }
  });
});

describe('a service with a mail server', () => {
  const now = '2026-11-23T08:00:00Z';
  let server: MailServer;
  let database: TestDatabase;
  let environment: Record<string, string>;
  before(async () => {
    server = await startMailServer();
    database = await createTestDatabase();
    environment = {
      ...complete,
      PORT: '0',
      GENSVAR_DATABASE: database.database,
      GENSVAR_SMTP_URL: server.url,
    };
    const store = await openStore({ database: database.database, amendmentHours: 24 });
    const site = await store.addSite({
      ...{ key: 'test', name: 'Test', origins: ['https://www.example.se'] },
      ...{ foldWww: false, queryParameters: [], allowedNumbers: [] },
    });
    const editor = await store.addEditor({ name: 'Kim', siteIds: [site.id] });
    await store.setMailAddress(editor.id, 'kim@example.se');
    await store.confirmMailAddress(editor.id, 'kim@example.se');
    const key = '5f3c9c1e-7b7a-4a39-8a5c-0a4f2d9b7c11';
    const content = { answer: 'no', survey: 'page', comment: 'Hej' } as const;
    const address = 'https://www.example.se/sida';
    const when = { received: new Date(now), day: '2026-11-23' };
    await store.appendResponses([
      { key, siteId: site.id, address, ...when, revisionNo: 1, content },
    ]);
    await store.close();
  });
  after(async () => {
    await server.close();
    await database.remove();
  });

  it('shows what it would send, and sends nothing, when it is only asked', async () => {
    const log = mock.method(console, 'log', () => {});
    await digestCommand.run(readConfig(environment), ['--dry-run']);
    const told = log.mock.calls.flatMap((call) => call.arguments).join('\n');
    log.mock.restore();
    assert.match(told, /To: kim@example\.se\nSubject: Veckans svar[^]*1 would be sent/);
    assert.equal(server.offered(), 0);
  });

  it('sends what is due by itself, and stops when what is under way is sent', async () => {
    const faults: unknown[] = [];
    const start = () =>
      startService({
        config: readConfig(environment),
        demo: false,
        clock: () => new Date(now),
        report: (fault) => faults.push(fault),
      });
    await (await start()).stop();
    await (await start()).stop();
    assert.deepEqual(faults, []);
    assert.equal(server.received.length, 1);
    assert.match(
      server.received[0]?.text ?? '',
      /https:\/\/gensvar\.example\.se\/review\/pages\/1/,
    );
  });
});

describe('the tokens of mail', () => {
  const tokens = createMailTokens(new Uint8Array(32).fill(7));

  it('say what they were made for, and nothing that was made up', () => {
    for (const stopped of [
      { kind: 'digest' },
      { kind: 'warnings' },
      { kind: 'watch', pageId: 12 },
    ] as const) {
      const token = tokens.stop(3, stopped);
      assert.deepEqual(tokens.readStop(token), { editorId: 3, stopped });
      assert.equal(tokens.readStop(token.replace(/^3/, '4')), null);
      assert.equal(createMailTokens(new Uint8Array(32)).readStop(token), null);
    }
    const confirm = tokens.confirm(3, 'a@example.se', 1000);
    assert.deepEqual(tokens.readConfirm(confirm), { editorId: 3, expires: 1000 });
    assert.equal(tokens.isAbout(confirm, 'a@example.se'), true);
    assert.equal(tokens.isAbout(confirm, 'b@example.se'), false);
    assert.equal(tokens.isAbout(confirm.replace('.1000.', '.2000.'), 'a@example.se'), false);
    for (const odd of ['', '.', '3.digest.', '3.digest.å', `3.watch-.${'a'.repeat(43)}`]) {
      assert.equal(tokens.readStop(odd), null);
      assert.equal(tokens.isAbout(odd, 'a@example.se'), false);
    }
  });
});
