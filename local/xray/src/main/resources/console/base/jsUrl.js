// JSURL, in which AWS's CloudWatch console writes the state of a view: ~(query~(expression~'ok)~list~(~1~2)).

/** The value of a text; undefined if it is cut off or otherwise not JSURL. */
export function parseJsUrl(text) {
  const reader = new Reader(text);
  try {
    const value = reader.value();
    return reader.atEnd ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Reader {
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  get atEnd() {
    return this.#at >= this.#text.length;
  }

  value() {
    this.#expect("~");
    if (this.#take("(")) return this.#text[this.#at] === "~" ? this.#list() : this.#object();
    if (this.#take("'")) return this.#string();
    const word = this.#until(/[~)]/g);
    if (word === "" || word === "null") return null;
    if (word === "true" || word === "false") return word === "true";
    const number = Number(word);
    if (Number.isNaN(number)) throw new SyntaxError(word);
    return number;
  }

  #list() {
    const list = [];
    if (this.#text.startsWith("~)", this.#at)) this.#at++;
    while (!this.#take(")")) list.push(this.value());
    return list;
  }

  #object() {
    const object = new Map();
    while (!this.#take(")")) {
      if (object.size) this.#expect("~");
      const name = this.#string();
      object.set(name, this.value());
    }
    return Object.fromEntries(object);
  }

  #string() {
    return this.#until(/[~)]/g).replace(/\*\*([0-9a-f]{4})|\*([0-9a-f]{2})|!/gi, (escape, four, two) =>
      escape === "!" ? "$" : String.fromCharCode(parseInt(four ?? two, 16)),
    );
  }

  #until(end) {
    end.lastIndex = this.#at;
    const found = end.exec(this.#text);
    const text = this.#text.slice(this.#at, found?.index ?? this.#text.length);
    this.#at += text.length;
    return text;
  }

  #take(character) {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character) {
    if (!this.#take(character)) throw new SyntaxError(`${character} is missing`);
  }
}
