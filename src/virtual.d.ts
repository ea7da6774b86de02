declare module 'virtual:duckdb-wasm' {
  /** DuckDB's wasm, gzipped by the build (tools/duckdb-asset.js). */
  const asset: {
    readonly url: string;
    /** Of the unpacked wasm, in hex. */
    readonly sha256: string;
    readonly packedBytes: number;
    readonly unpackedBytes: number;
  };
  export default asset;
}

/** From package.json, set by vite.config.ts. */
declare const __DISHBOARD_VERSION__: string;
declare const __DUCKDB_WASM_VERSION__: string;
