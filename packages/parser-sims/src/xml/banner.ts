import { type Encoding, type Source } from '@rollbook/parser-kit';

/** Lines that CommandReporter prints before the XML when it was not told to be quiet: no markup among them. */
const BANNER = /^\ufeff?[^<]{1,8000}(?=<(?:\?xml\s|SuperStarReport[\s>]|CommandReporterError[\s>]))/;
const DECLARATION = /^<\?xml[^>]{0,200}\?>/;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** The banner that a head's text begins with, `''` when there is none. White space alone is none. */
export function bannerOf(text: string): string {
  const banner = BANNER.exec(text)?.[0] ?? '';
  return banner.replace('\ufeff', '').trim() === '' ? '' : banner;
}

export interface WithoutBanner {
  readonly source: Source;
  /** What the XML declares of itself, since behind a banner it is no declaration any more. */
  readonly encoding: Encoding | undefined;
}

/**
 * The source with spaces in place of the banner and of the XML declaration behind it, so that the XML is well-formed
 * and its lines keep their numbers. Digest and size stay those of the file.
 */
export function withoutBanner(source: Source, head: Uint8Array, text: string): WithoutBanner {
  const banner = bannerOf(text);
  const declaration = DECLARATION.exec(text.slice(banner.length))?.[0] ?? '';
  const marked =
    head[0] === 0xff && head[1] === 0xfe ? 'le' : head[0] === 0xfe && head[1] === 0xff ? 'be' : undefined;
  const wide = marked ?? (head[1] === 0 ? 'le' : head[0] === 0 ? 'be' : undefined);
  const start = marked !== undefined ? 2 : head[0] === 0xef && head[1] === 0xbb ? 3 : 0;
  const unit = wide === undefined ? 1 : 2;
  // The banner has no `<`, so the first one ends it, whatever letters it has
  let end = start;
  const high = wide === 'be' ? 1 : 0;
  while (end < head.length && !(head[end + high] === 0x3c && (unit === 1 || head[end + 1 - high] === 0)))
    end += unit;
  end += declaration.length * unit;

  const blank = (bytes: Uint8Array, offset: number): Uint8Array => {
    if (offset >= end) return bytes;
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i < copy.length && offset + i < end; i++) {
      const at = offset + i;
      if (at < start) continue;
      if (unit === 2 && (at - start) % 2 !== high) copy[i] = 0;
      else if (copy[i] !== LINE_FEED && copy[i] !== RETURN) copy[i] = SPACE;
    }
    return copy;
  };
  return {
    encoding: wide === undefined && start === 0 ? declaredEncoding(declaration) : undefined,
    source: {
      ...(source.name === undefined ? {} : { name: source.name }),
      size: source.size,
      repeatable: source.repeatable,
      head: async (limit) => blank(await source.head(limit), 0),
      async *stream() {
        let offset = 0;
        for await (const chunk of source.stream()) {
          yield blank(chunk, offset);
          offset += chunk.length;
        }
      },
      digest: () => source.digest(),
      get knownDigest() {
        return source.knownDigest;
      },
    },
  };
}

function declaredEncoding(declaration: string): Encoding | undefined {
  const name = /encoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1]?.toLowerCase();
  return name === 'windows-1252' || name === 'iso-8859-1' ? 'windows-1252' : undefined;
}
