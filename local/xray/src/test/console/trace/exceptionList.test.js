import { describe, expect, it } from "/console-tests/runner.js";
import { exceptionList, stackText } from "/console/trace/exceptionList.js";

const cause = {
  exceptions: [
    {
      id: "1",
      type: "java.lang.IllegalStateException",
      message: "order failed",
      cause: "2",
      truncated: 3,
      stack: [{ label: "com.anycompany.Checkout.place", path: "Checkout.java", line: 42 }],
    },
    { id: "2", type: "java.io.IOException", message: "reset", stack: [{ path: "Socket.java" }] },
  ],
};

describe("stackText", () => {
  it("prints exceptions with their causes", () => {
    expect(stackText(cause, { byId: new Map() }).split("\n")).toEqual([
      "java.lang.IllegalStateException: order failed",
      "    at com.anycompany.Checkout.place (Checkout.java:42)",
      "    … 3 more",
      "Caused by: java.io.IOException: reset",
      "    at ? (Socket.java)",
    ]);
  });
});

describe("exceptionList", () => {
  it("lets names break after their dots, and leaves their text as it is", () => {
    const list = document.createElement("div");
    list.append(...exceptionList(cause, { byId: new Map() }).flat().filter(Boolean));
    const label = list.querySelector(".stack span");
    expect(label.textContent).toEqual("com.anycompany.Checkout.place");
    expect(label.querySelectorAll("wbr").length).toEqual(4);
  });
});
