/** Laying a page of values onto the real one: what is the same stays, so that focus and typing are never lost. */
import type { Node_ } from "./node";
import { OWN } from "./node";

const KEYS = new WeakMap<Element, string>();

/** Make the children of `parent` look like `nodes`. */
export function lay(parent: Element, nodes: readonly Node_[]): void {
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index];
    if (there === undefined) parent.append(made(node));
    else if (fits(there, node)) layOnto(there, node);
    else there.replaceWith(made(node));
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

function fits(there: ChildNode, node: Node_): boolean {
  if ("text" in node) return there.nodeType === 3;
  return isElement(there) && there.tagName.toLowerCase() === node.tag && (KEYS.get(there) ?? "") === node.key;
}

function isElement(there: ChildNode): there is Element & ChildNode {
  return there.nodeType === 1;
}

function layOnto(there: ChildNode, node: Node_): void {
  if ("text" in node) {
    if (there.nodeValue !== node.text) there.nodeValue = node.text;
    return;
  }
  if (!isElement(there) || node.key === OWN) return;
  for (const { name } of [...there.attributes]) if (!(name in node.attributes)) there.removeAttribute(name);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (there.getAttribute(name) !== value) there.setAttribute(name, value);
  }
  lay(there, node.children);
}

function made(node: Node_): ChildNode {
  if ("text" in node) return document.createTextNode(node.text);
  const element = document.createElement(node.tag);
  if (node.key !== "") KEYS.set(element, node.key);
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
  element.append(...node.children.map((child: Node_) => made(child)));
  return element;
}

