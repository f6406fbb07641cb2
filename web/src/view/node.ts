/** A page as plain values: made anew for every state, and laid onto the page that is there. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node_ | string | null | readonly Child[];

export interface Element_ {
  readonly tag: string;
  /** Nodes of different keys are never laid onto one another. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node_[];
}
export type Node_ = Element_ | { readonly text: string };

/** The key of an element that is looked after elsewhere: it is made once, and what happens in it and to it stays. */
export const OWN = "own";

/** Return an element; an attribute that is null, undefined or false is left out, and `key` is its key. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Element_ {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) kept[name] = value === true ? "" : String(value);
  }
  const { key = "", ...rest } = kept;
  return { tag, key, attributes: rest, children: flat(children) };
}

function flat(children: readonly Child[]): readonly Node_[] {
  return children.flatMap((child): readonly Node_[] => {
    if (child === null || child === "") return [];
    if (typeof child === "string") return [{ text: child }];
    return isList(child) ? flat(child) : [child];
  });
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** Return a sentence whose `*words*` are bold and whose `~words~` are said more quietly. */
export function rich(sentence: string): readonly Child[] {
  return sentence
    .split(/(\*[^*]+\*|~[^~]+~)/u)
    .map((part) => (part.startsWith("*") ? h("b", {}, part.slice(1, -1)) : part.startsWith("~") ? h("span", {}, part.slice(1, -1)) : part));
}

/** Return the words of a node, as they are read. */
export function textOf(node: Node_): string {
  return "text" in node ? node.text : node.children.map(textOf).join("");
}
