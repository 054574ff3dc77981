/**
 * A path of the command line as a URI reference for SARIF: relative paths stay relative with `/` between percent-encoded
 * parts, absolute ones begin with `file:`. Standard input is `stdin`.
 */
export function artifactUri(path: string): string {
  if (path !== lastPath) {
    lastUri = uriOf(path);
    lastPath = path;
  }
  return lastUri;
}

/** Results of one file come together, and a path's URI costs more than the rest of a result. */
let lastPath = '-';
let lastUri = 'stdin';

function uriOf(path: string): string {
  if (path === '-') return 'stdin';
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const windows = drive || path.startsWith('\\\\');
  const parts = (windows || !path.includes('/') ? path.replaceAll('\\', '/') : path).split('/');
  if (drive) return `file:///${parts[0] ?? ''}/${encoded(parts.slice(1))}`;
  if (windows) return `file:${encoded(parts)}`;
  if (path.startsWith('/')) return `file://${encoded(parts)}`;
  while (parts[0] === '.' && parts.length > 1) parts.shift();
  return encoded(parts);
}

function encoded(parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/');
}
