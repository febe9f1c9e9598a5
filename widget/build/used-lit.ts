import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What no template of the widget uses, as it stands in Lit: its start, what follows it, and what comes instead. */
type Cut = [start: string, before: string, instead?: string];

/*
 * Each cut is looked for in the very text of `lit-html.js`, so that a new version of Lit stops
 * the build, and whoever brings it in looks again at what may go.
 */
const cuts: Cut[] = [
  // SVG and MathML.
  ['w=x(2),T=x(3),', 'E='],
  ['2===i?"<svg>":3===i?"<math>":""', ',c=v', '""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', '),e]}'],
  ['if(this.el=S', '.createElement(f,e)', 'this.el=S'],
  [',2===i||3===i){', 'for(;null!==', ';'],
  ['T as mathml,', 'E as'],
  [',w as svg', '}'],
  // Listeners, and expressions that stand for a whole element.
  ['"@"===e[1]?z:', 'H})'],
  ['1===r.type?', 'i=new r.ctor'],
  [':6===r.type', ',this._$AV.push'],
  ['else t.startsWith(o)', 'if(y.test'],
  ['class z extends H', 'const j='],
  // Expressions in comments, and in the text of `<textarea>` and its like.
  ['if(y.test(r.tagName))', '}else if(8'],
  ['else{let t=-1;', 'l++}}'],
  // Directives, and what tells them whether they are connected.
  ['function M(', 'class R{', 'const M=(t,i)=>i;'],
  ['get parentNode(){return this._$AM.parentNode}', 'u(t)'],
  ['get _$AU(){return this._$AM?', 'constructor(t,i,s,e){this.type=2'],
  ['this._$AN=void 0,this._$AD', '=t', 'this._$AD'],
  ['this._$AN=void 0,this._$AA', '=t', 'this._$AA'],
  ['this._$AN=void 0,this.element', '=t,this.name', 'this.element'],
  [',this._$Cv=e?', '}get parentNode'],
  ['get parentNode(){let', '_$AI(t,i=this){t='],
  ['this._$AP?.(!1,!0,s)', ';t!=='],
  ['setConnected(t)', '}class H'],
  ['get tagName(){', 'constructor(t,i,s,e,h){this.type=1'],
  // Lists.
  ['d=t=>u(t)||', 'f="'],
  [':d(t)?this.k(t)', ':this._(t)'],
  ['k(t){u(this._$AH)', '_$AR(t=this'],
  // Templates that were compiled, and documents and places other than the usual.
  ['"number"==typeof s?', ';if(this._$AH?._$AD', 'this._$AC(t)'],
  ['(t?.creationScope??l)', '.importNode', 'l'],
  // Hooks for polyfills and for Lit's own tests.
  ['const j=', '(t.litHtmlVersions'],
  ['j as _$LH,', 'b as html'],
];

/** Leaves out of the bundle those parts of Lit that no template of the widget uses: a twentieth of all bytes. */
export const usedLit: Plugin = {
  name: 'used-lit',
  setup(build) {
    build.onLoad({ filter: /[\\/]lit-html[\\/]lit-html\.js$/ }, async ({ path }) => ({
      contents: cuts.reduce(applyCut, await readFile(path, 'utf8')),
    }));
  },
};

function applyCut(source: string, [start, before, instead = '']: Cut): string {
  const from = source.indexOf(start);
  const to = source.indexOf(before, from + start.length);
  if (from < 0 || to < 0) throw new Error(`Lit is another than before: it has no ${start}`);
  return source.slice(0, from) + instead + source.slice(to);
}
