/** Small validators that compose: unknown data in, a typed value or every fault with its place out. */
import type { Result } from "./result";
import { fail, ok } from "./result";

export type Validator<T> = (data: unknown, place: string) => Result<T>;
type Valid<V> = V extends Validator<infer T> ? T : never;

function primitive<T>(name: string, is: (data: unknown) => data is T): Validator<T> {
  return (data, place) => (is(data) ? ok(data) : fail(`${place} should be ${name}`));
}

export const string = primitive("text", (data): data is string => typeof data === "string");
export const boolean = primitive("true or false", (data): data is boolean => typeof data === "boolean");
export const number = primitive("a number", (data): data is number => typeof data === "number" && Number.isFinite(data));
export const natural = primitive(
  "a whole number, 0 or more",
  (data): data is number => typeof data === "number" && Number.isInteger(data) && data >= 0,
);

/** One of these words. */
export function oneOf<const T extends string>(...words: readonly T[]): Validator<T> {
  return primitive(`one of ${words.join(", ")}`, (data): data is T => words.some((word) => word === data));
}

export function nullable<T>(of: Validator<T>): Validator<T | null> {
  return (data, place) => (data === null ? ok(null) : of(data, place));
}

/** What may be left out, and then is this. */
export function optional<T, D>(of: Validator<T>, otherwise: D): Validator<T | D> {
  return (data, place) => (data === undefined ? ok(otherwise) : of(data, place));
}

/** A validator that is looked up when it is used, so that a shape can hold itself. */
export function lazy<T>(of: () => Validator<T>): Validator<T> {
  return (data, place) => of()(data, place);
}

export function array<T>(of: Validator<T>): Validator<readonly T[]> {
  return (data, place) => {
    if (!Array.isArray(data)) return fail(`${place} should be a list`);
    const items: readonly unknown[] = data;
    return joined(items.map((item, index) => of(item, `${place}[${index}]`)));
  };
}

/** A mapping of any keys to values of one kind. */
export function record<T>(of: Validator<T>): Validator<Readonly<Record<string, T>>> {
  return (data, place) => {
    if (!isObject(data)) return fail(`${place} should be an object`);
    const keys = Object.keys(data);
    const values = joined(keys.map((key) => of(data[key], `${place}.${key}`)));
    return values.ok ? ok(Object.fromEntries(keys.map((key, index) => [key, values.value[index] as T]))) : values;
  };
}

/** An object of this shape; keys that are not in it are passed over. */
export function object<S extends Readonly<Record<string, Validator<unknown>>>>(
  shape: S,
): Validator<{ readonly [K in keyof S]: Valid<S[K]> }> {
  return (data, place) => {
    if (!isObject(data)) return fail(`${place} should be an object`);
    const keys = Object.keys(shape);
    const values = joined(keys.map((key) => shape[key]?.(data[key], `${place}.${key}`) ?? fail(place)));
    if (!values.ok) return values;
    return ok(Object.fromEntries(keys.map((key, index) => [key, values.value[index]])) as { [K in keyof S]: Valid<S[K]> });
  };
}

function joined<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const faults = results.flatMap((result) => (result.ok ? [] : result.faults));
  return faults.length > 0 ? fail(...faults) : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
