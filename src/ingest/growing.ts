/** A list of 32-bit integers that doubles as it fills: order lines come by the million. */
export class GrowingInts {
  values: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** A copy of exactly the values pushed. */
  toArray(): Int32Array<ArrayBuffer> {
    return this.values.slice(0, this.length);
  }
}

/** The same for bytes, pushed a run at a time. */
export class GrowingBytes {
  values = new Uint8Array(4096);
  length = 0;

  push(source: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.values.length) {
      const larger = new Uint8Array(Math.max(length, this.values.length * 2));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    this.values.set(source.subarray(start, end), this.length);
    this.length = length;
  }
}
