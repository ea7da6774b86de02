/** Removes the extension, unless nothing else remains. */
export function nameWithoutExtension(name: string): string {
  return name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '') || name;
}
