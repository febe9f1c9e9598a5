import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../server/config.ts';

const least = {
  GENSVAR_OIDC_ISSUER: 'https://login.example.se/agency',
  GENSVAR_OIDC_CLIENT_ID: 'gensvar',
};

describe('the settings of the OpenID provider', () => {
  it('are not there unless somebody sets them', () => {
    assert.equal(readConfig({}).provider, undefined);
  });

  it('need an issuer and a client only', () => {
    assert.deepEqual(readConfig(least).provider, {
      issuer: 'https://login.example.se/agency',
      clientId: 'gensvar',
      clientSecret: undefined,
      scope: 'openid email profile',
      nameClaim: 'email',
      groupsClaim: 'groups',
      groups: [],
    });
  });

  it('say which group has which roles', () => {
    const groups = {
      'CN=Webb, OU=Digg': 'digg:editor',
      chefer: ['digg:reader', 'b:administrator'],
    };
    const environment = { ...least, GENSVAR_OIDC_GROUPS: JSON.stringify(groups) };
    assert.deepEqual(readConfig(environment).provider?.groups, [
      { group: 'CN=Webb, OU=Digg', siteKey: 'digg', role: 'editor' },
      { group: 'chefer', siteKey: 'digg', role: 'reader' },
      { group: 'chefer', siteKey: 'b', role: 'administrator' },
    ]);
  });

  const faulty: Record<string, string[]> = {
    GENSVAR_OIDC_ISSUER: ['', 'hemligt', 'http://hemligt.example', 'ftp://localhost'],
    GENSVAR_OIDC_CLIENT_ID: [''],
    GENSVAR_OIDC_CLIENT_SECRET: [''],
    GENSVAR_OIDC_SCOPE: ['', 'email hemligt', 'openidhemligt'],
    GENSVAR_OIDC_NAME_CLAIM: [''],
    GENSVAR_OIDC_GROUPS_CLAIM: [''],
    GENSVAR_OIDC_GROUPS: [
      ...['', 'hemligt', '[]', '{"hemligt":1}', '{"a":"hemligt"}', '{"a":"digg:hemligt"}'],
      ...['{"a":":editor"}', '{"a":"digg:editor:hemligt"}', '{"a":["digg:editor","hemligt"]}'],
    ],
  };
  for (const [name, values] of Object.entries(faulty)) {
    it(`are refused by the name of ${name}, without the value`, () => {
      for (const value of values) {
        assert.throws(
          () => readConfig({ ...least, [name]: value }),
          ({ message }: Error) =>
            new RegExp(`\\b${name} must `).test(message) && !message.includes('hemligt'),
          value,
        );
      }
    });
  }

  it('are refused by halves', () => {
    for (const [name, value] of Object.entries(least)) {
      assert.throws(() => readConfig({ [name]: value }), /GENSVAR_OIDC_\w+ must be set/);
    }
  });

  it('take http from this machine only', () => {
    for (const issuer of ['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:1']) {
      const environment = { ...least, GENSVAR_OIDC_ISSUER: issuer };
      assert.equal(readConfig(environment).provider?.issuer, issuer);
    }
    for (const issuer of ['http://localhost.evil.example', 'http://127.0.0.1.evil.example']) {
      assert.throws(() => readConfig({ ...least, GENSVAR_OIDC_ISSUER: issuer }));
    }
  });
});
