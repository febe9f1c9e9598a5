const name = String.raw`[A-Za-z_][\w.:-]*`;
const text = String.raw`(?:[^<>&"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|&(?:amp|lt|gt|quot|apos|#\d+);)*`;
const piece = new RegExp(
  String.raw`<\?xml [^?]*\?>|<(/?)(${name})((?:\s+${name}="${text}")*)\s*(/?)>|(?:${text}|["])+?(?=<|$)`,
  'yu',
);

/**
 * What is wrong with a document of XML as this service writes it: without comments, CDATA
 * and document types. Undefined when it is well-formed.
 */
export function xmlFault(document: string): string | undefined {
  const open: string[] = [];
  let place = 0;
  let roots = 0;
  while (place < document.length) {
    piece.lastIndex = place;
    const found = piece.exec(document);
    if (!found || found[0] === '') return `It breaks off at: ${document.slice(place, place + 60)}`;
    const [whole, end, element, , isEmpty] = found;
    place += whole.length;
    if (element === undefined) {
      if (open.length === 0 && !whole.startsWith('<?') && whole.trim() !== '') return 'stray text';
      continue;
    }
    if (end === '/') {
      if (open.pop() !== element) return `</${element}> closes another element`;
      continue;
    }
    if (open.length === 0) roots += 1;
    if (isEmpty !== '/') open.push(element);
  }
  if (open.length > 0) return `<${open.join('><')}> is never closed`;
  return roots === 1 ? undefined : `${roots} elements at the root`;
}
