declare module 'virtual:duckdb-wasm' {
  /** The WebAssembly of DuckDB, which the build gzips (tools/duckdb-asset.js). */
  const asset: {
    readonly url: string;
    /** The SHA-256 of the unpacked WebAssembly, in hexadecimal. */
    readonly sha256: string;
    readonly packedBytes: number;
    readonly unpackedBytes: number;
  };
  export default asset;
}

/** The versions from package.json, which vite.config.ts sets. */
declare const __DISHBOARD_VERSION__: string;
declare const __DUCKDB_WASM_VERSION__: string;
