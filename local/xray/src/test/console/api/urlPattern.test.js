import { describe, expect, it } from "/console-tests/runner.js";
import { urlPattern, urlPatternFilter } from "/console/api/urlPattern.js";

describe("urlPattern", () => {
  it("joins ids and query values", () => {
    const patterns = [
      ["http://shop:8080/products/2001492513595", "http://shop:8080/products/{id}"],
      ["http://shop/orders/0d4bd5a6-1f9a-4f6c-9d3c-9d0e0f2f7a11/items/3", "http://shop/orders/{id}/items/{id}"],
      ["http://shop/products?query=lamp&page=2", "http://shop/products?query={…}&page={…}"],
      ["http://shop/carts/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "http://shop/carts/{id}"],
    ];
    for (const [url, pattern] of patterns) expect(urlPattern(url)).toEqual(pattern);
  });

  it("keeps words, versions and texts that are no URL", () => {
    for (const url of ["http://shop/api/v1/products", "http://shop/checkout", "http://shop", "orders 17"])
      expect(urlPattern(url)).toEqual(url);
  });

  it("is found by a filter for its beginning and end", () => {
    expect(urlPatternFilter("http://shop/cart")).toEqual('http.url = "http://shop/cart"');
    expect(urlPatternFilter("http://shop/products/{id}")).toEqual('http.url BEGINSWITH "http://shop/products/"');
    expect(urlPatternFilter("http://shop/orders/{id}/pay")).toEqual(
      'http.url BEGINSWITH "http://shop/orders/" AND http.url ENDSWITH "/pay"',
    );
  });
});
