import fc from 'fast-check';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const token = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/\s/g, '') || 'X');

const methods = fc.oneof(
  { weight: 3, arbitrary: oneOf('GET', 'POST') },
  oneOf('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', 'DELETE'),
  token,
);

const paths = fc.oneof(
  oneOf('/', '*', '//', '/%', '/%ff%fe', '/..%2f..%2fetc/passwd', 'http://[', '/\\', '/å', '?'),
  oneOf('/review/sign-in?token=%00', '/review/pages/9999999999999999', '/widget/../../x.js'),
  oneOf('/feedback/v1/responses', '/feedback/v1/form?page=%E0%A4%A', '/demo/%00', '/review/%c0%af'),
  oneOf('http://evil.example/', '//evil.example/review', 'https://[::1', 'mailto:a@b'),
  fc.webPath(),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}`),
  fc.integer({ min: 1, max: 20_000 }).map((length) => `/${'a'.repeat(length)}`),
);

const hosts = fc.oneof(
  { weight: 12, arbitrary: fc.constant('host: localhost\r\n') },
  {
    weight: 1,
    arbitrary: oneOf('', 'host: \r\n', 'host: a b\r\n', 'host: a\r\nhost: b\r\n', 'host: [\r\n'),
  },
);

/** Headers that a server may read, with values that nobody expects. */
const oddHeaders = fc.oneof(
  oneOf('cookie: gensvar=%ff\r\n', 'cookie: =;;=,\r\n', 'accept-language: ,;q=\r\n', 'te: x\r\n'),
  oneOf('expect: 100-continue\r\n', 'upgrade: h2c\r\nconnection: upgrade\r\n'),
  oneOf('origin: :\r\n', 'origin: http://[\r\n', 'referer: %\r\n', 'range: bytes=9-1\r\n'),
  oneOf('if-none-match: ,,\r\n', 'accept: ;;;q=2\r\n', 'accept-encoding: br;q=x,\r\n'),
  oneOf('sec-fetch-site: \r\n', 'accept: text/html\r\n', 'authorization: Bearer \r\n'),
);

const brokenHeaders = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map((many) => 'x: y\r\n'.repeat(many)),
  fc.integer({ min: 1, max: 40_000 }).map((long) => `x: ${'y'.repeat(long)}\r\n`),
  oneOf('x : y\r\n', ' x: y\r\n', 'x: y\r\n z\r\n', 'x\r\n', ': y\r\n', 'x: \0\r\n', 'x: å\r\n'),
  oneOf('expect: x\r\n', 'x: y\n', 'x: y\r'),
  fc.tuple(token, fc.string({ unit: 'binary', maxLength: 30 })).map(([a, b]) => `${a}: ${b}\r\n`),
);

const headers = fc.oneof(
  { weight: 6, arbitrary: oddHeaders },
  { weight: 1, arbitrary: brokenHeaders },
);

const sizes = oneOf(
  '5',
  '0',
  '-1',
  'fffffffffffffffff',
  'g',
  '5;a=b',
  ' 5',
  '0x5',
  '',
  '1'.repeat(300),
);

const bodies = fc.oneof(
  { weight: 4, arbitrary: fc.constant('\r\n') },
  fc.tuple(sizes, fc.string({ maxLength: 20 })).map(([size, text]) => {
    return `transfer-encoding: chunked\r\n\r\n${size}\r\n${text}\r\n0\r\n\r\n`;
  }),
  fc.tuple(sizes, fc.string({ maxLength: 20 })).map(([size, text]) => {
    return `content-length: ${size}\r\n\r\n${text}`;
  }),
  oneOf(
    'content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET',
    'content-length: 4\r\ncontent-length: 5\r\n\r\nabcde',
    'transfer-encoding: gzip, chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n',
    'transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'content-encoding: gzip\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
    'content-type: application/json;charset=utf-16\r\ncontent-length: 2\r\n\r\n{}',
    'content-type: application/json\r\ncontent-length: 100000000\r\n\r\n{',
  ),
);

const lineEnds = fc.oneof(
  { weight: 12, arbitrary: fc.constant(' HTTP/1.1\r\n') },
  {
    weight: 1,
    arbitrary: oneOf(' HTTP/1.0\r\n', ' HTTP/9.9\r\n', '\r\n', '\n', ' HTTP/1.1', '\0'),
  },
);

const requests = fc
  .tuple(methods, paths, lineEnds, hosts, fc.array(headers, { maxLength: 3 }), bodies)
  .map(([method, path, end, host, more, body]) => {
    return Buffer.from(`${method} ${path}${end}${host}${more.join('')}${body}`, 'utf8');
  });

/** What may come over a connection: requests, nearly requests, and noise. */
export const rawBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: requests },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4096, size: 'max' }) },
  {
    weight: 1,
    arbitrary: fc.tuple(requests, fc.nat()).map(([whole, at]) => {
      return whole.subarray(0, at % (whole.length + 1));
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(requests, requests).map((both) => Buffer.concat(both)),
  },
);
