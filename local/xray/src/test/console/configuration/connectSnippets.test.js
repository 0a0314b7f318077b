import { describe, expect, it } from "/console-tests/runner.js";
import { connectSnippets } from "/console/configuration/connectSnippets.js";

describe("connectSnippets", () => {
  const snippets = connectSnippets("127.0.0.1:2009");

  it("are there for each language and tool", () => {
    expect(snippets.map(({ name }) => name)).toEqual([
      "any",
      "java",
      "spring",
      "python",
      "node",
      "go",
      "dotnet",
      "docker",
      "cli",
      "hand",
    ]);
  });

  it("name the address of this X-Ray Local", () => {
    for (const { name, parts } of snippets)
      expect([name, parts.some(({ code }) => /127\.0\.0\.1[:/]2009/.test(code))]).toEqual([name, true]);
  });
});
