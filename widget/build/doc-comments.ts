import ts from 'typescript';

/** A line of a doc comment such as `@csspart question - The heading.` */
export interface DocTag {
  name: string;
  /** What stands in braces before the name. */
  type: string | undefined;
  text: string;
}

const onOneLine = (comment: string | ts.NodeArray<ts.JSDocComment> | undefined) =>
  (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();

/**
 * The text of a doc comment, without its tags.
 * @throws when there is none: what outsiders use is explained
 */
export function readDocText(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = onOneLine(doc?.comment);
  if (!text) throw new Error(`Explain in a doc comment: ${node.getText()}`);
  return text;
}

/** What the doc comment gives as the type, in `@type {…}`. */
export const readDocType = (node: ts.Node): string | undefined => ts.getJSDocType(node)?.getText();

/** The text of the first tag by this name: `@summary …`. */
export const readDocSentence = (node: ts.Node, tagName: string): string =>
  onOneLine(ts.getJSDocTags(node).find((tag) => tag.tagName.text === tagName)?.comment);

/** Every tag by this name, as `{type} name - text`; type and name may be left out. */
export function readDocTags(node: ts.Node, tagName: string): DocTag[] {
  const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === tagName);
  return tags.map((tag) => {
    const line = onOneLine(tag.comment);
    const [, type, name, text] = /^(?:\{(.+?)\} )?(\S*?) ?- (.+)$/.exec(line) ?? [];
    if (name === undefined || !text) throw new Error(`Write “@${tagName} name - text”: ${line}`);
    return { name, type, text };
  });
}
