import { describe, expect, it } from "/console-tests/runner.js";
import { completions, lastWord, vocabularyOf } from "/console/ui/completions.js";

const texts = (before, vocabulary) => completions(before, vocabulary).map(([text]) => text);

describe("completions", () => {
  it("offer annotations of the traces", () => {
    expect(texts("annotation.o", { annotations: ["order_id"] })).toEqual(["annotation.order_id = "]);
  });

  it("offer a field's values after its comparison", () => {
    const values = (field) => (field === "method" ? ["GET", "POST"] : []);
    expect(texts("ok AND http.method = ", { values })).toEqual(['"GET"', '"POST"']);
  });

  it("offer values that contain a space", () => {
    const values = (field) => (field === "annotation.city" ? ["New York", "Oslo"] : []);
    expect(texts('annotation.city = "New Y', { values })).toEqual(['"New York"']);
  });

  it("offer names of services", () => {
    expect(texts('service("fr', { names: ["frontend"] })).toEqual(['"frontend"']);
  });
});

describe("vocabularyOf", () => {
  it("sorts the names of the services", () => {
    const trace = {
      Annotations: { k: [{ AnnotationValue: { NumberValue: 3 } }] },
      ServiceIds: [{ Name: "z" }, { Name: "a" }],
    };
    expect(vocabularyOf([trace]).names).toEqual(["a", "z"]);
  });
});

describe("lastWord", () => {
  it("is what follows a space or an opening quote", () => {
    expect(["ok AND res", 'service("a b', ""].map(lastWord)).toEqual(["res", '"a b', ""]);
  });
});
