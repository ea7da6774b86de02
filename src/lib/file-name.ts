/** A file's name without what tells its kind; the whole of it where there is nothing else. */
export function nameWithoutExtension(name: string): string {
  return name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '') || name;
}
