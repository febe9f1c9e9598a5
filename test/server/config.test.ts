import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../server/config.ts';

const noApiSettings = {
  contactName: undefined,
  contactUrl: undefined,
  contactEmail: undefined,
  termsUrl: undefined,
};

const messageOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('The configuration was not refused.');
};

describe('the configuration', () => {
  it('has a value for everything that is not set', () => {
    assert.deepEqual(readConfig({}), {
      port: 3000,
      host: '127.0.0.1',
      publicUrl: undefined,
      database: 'data/gensvar.db',
      timeZone: 'Europe/Stockholm',
      amendmentHours: 24,
      proxyHops: 0,
      logLevel: 'warn',
      metricsToken: undefined,
      api: noApiSettings,
      provider: undefined,
      mail: undefined,
    });
  });

  it('is read from the environment', () => {
    assert.deepEqual(
      readConfig({
        PORT: '8080',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://www.example.se/gensvar',
        GENSVAR_DATABASE: '/var/lib/gensvar/gensvar.db',
        GENSVAR_TIME_ZONE: 'Europe/Helsinki',
        GENSVAR_AMENDMENT_HOURS: '168',
        GENSVAR_PROXY_HOPS: '1',
        GENSVAR_LOG_LEVEL: 'info',
        GENSVAR_METRICS_TOKEN: 'twenty-characters-or-more',
        HOME: '/root',
      }),
      {
        port: 8080,
        host: '0.0.0.0',
        publicUrl: 'https://www.example.se/gensvar',
        database: '/var/lib/gensvar/gensvar.db',
        timeZone: 'Europe/Helsinki',
        amendmentHours: 168,
        proxyHops: 1,
        logLevel: 'info',
        metricsToken: 'twenty-characters-or-more',
        api: noApiSettings,
        provider: undefined,
        mail: undefined,
      },
    );
  });

  it('has no slash at the end of the public address', () => {
    for (const PUBLIC_URL of ['https://www.example.se/', 'https://www.example.se//']) {
      assert.equal(readConfig({ PUBLIC_URL }).publicUrl, 'https://www.example.se');
    }
  });
});

const faulty: Record<string, string[]> = {
  PORT: ['', 'hemligt', '-1', '80.5', '65536', ' 80', '0x50'],
  HOST: [''],
  PUBLIC_URL: ['', 'hemligt', 'ftp://hemligt.example', 'www.hemligt.example'],
  GENSVAR_DATABASE: ['', 'postgres://hemligt:hemligt/', 'postgresql://[hemligt'],
  GENSVAR_TIME_ZONE: ['', 'Hemligt/Zon', 'Stockholm/Hemligt'],
  GENSVAR_AMENDMENT_HOURS: ['', 'hemligt', '0', '169', '1.5'],
  GENSVAR_PROXY_HOPS: ['', '-1', '11', 'hemligt'],
  GENSVAR_LOG_LEVEL: ['', 'hemligt'],
  GENSVAR_METRICS_TOKEN: ['', 'hemligt'],
};

describe('a faulty configuration', () => {
  for (const [name, values] of Object.entries(faulty)) {
    it(`is refused by the name of ${name}, without the value`, () => {
      for (const value of values) {
        const message = messageOf({ [name]: value });
        assert.match(message, new RegExp(`\\b${name} must `));
        assert.doesNotMatch(message, /hemligt/i);
      }
    });
  }

  it('is told all its faults at once, one a line', () => {
    const environment = Object.fromEntries(
      Object.entries(faulty).map(([name, values]) => [name, values[1] ?? '']),
    );
    const lines = messageOf(environment).split('\n').slice(1);
    assert.deepEqual(
      lines.map((line) => line.trim().split(' ')[0]),
      Object.keys(faulty),
    );
  });
});
