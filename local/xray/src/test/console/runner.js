// Test runner: describe, it and expect for *.test.js files. ConsoleModulesIT runs each case as a JUnit test.

const cases = [];
let groups = [];

export function describe(name, define) {
  groups = [...groups, name];
  define();
  groups = groups.slice(0, -1);
}

/** run may be asynchronous. */
export function it(name, run) {
  cases.push({ name: [...groups, name].join(" "), run });
}

export function expect(actual) {
  return {
    /** Equal values: primitives, arrays and plain objects. */
    toEqual(expected) {
      if (!equal(actual, expected)) throw new Error(`expected ${text(expected)}, but was ${text(actual)}`);
    },
    toThrow(message) {
      try {
        actual();
      } catch (error) {
        if (!error.message.includes(message))
          throw new Error(`expected an error with ${text(message)}, but was ${text(error.message)}`);
        return;
      }
      throw new Error(`expected an error with ${text(message)}, but there was none`);
    },
  };
}

/** Imports a test file. Returns the index and the name of each of its cases. */
export async function load(file) {
  const first = cases.length;
  await import(file);
  return cases.slice(first).map(({ name }, i) => ({ index: first + i, name }));
}

/** Runs a case. Returns null, or the error's text if it fails. */
export async function run(index) {
  try {
    await cases[index].run();
    return null;
  } catch (error) {
    return error.stack ?? String(error);
  }
}

function equal(a, b) {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

function text(value) {
  return JSON.stringify(value, (key, each) => (each === undefined ? "undefined" : each));
}
