/** A list of fingerprints that grows; 8 bytes each, and up to as much again while it grows. */
export class PrintList {
  #values = new BigUint64Array(16);
  #length = 0;

  add(value: bigint): void {
    if (this.#length === this.#values.length) {
      const grown = new BigUint64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  sorted(): BigUint64Array {
    return this.#values.slice(0, this.#length).sort();
  }
}
