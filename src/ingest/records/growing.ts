/** A growable list of 32-bit integers. A plain array is too slow for millions of values. */
export class GrowingInts {
  values: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = doubled(this.values);
    this.values[this.length] = value;
    this.length += 1;
  }
}

export class GrowingBytes {
  values = new Uint8Array(4096);
  view = new DataView(this.values.buffer);
  length = 0;

  push(source: Uint8Array): void {
    const length = this.length + source.length;
    if (length > this.values.length) {
      const larger = new Uint8Array(Math.max(length, this.values.length * 2));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
      this.view = new DataView(larger.buffer);
    }
    this.values.set(source, this.length);
    this.length = length;
  }
}

export function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
