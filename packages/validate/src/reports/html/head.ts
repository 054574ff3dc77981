import { createHash } from 'node:crypto';
import { darkStyle, pageScript, pageStyle } from './client.generated.js';
import { Markup, markup } from './markup.js';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * What the page may do: use its own two styles and its one script, which are known by their hashes. Nothing is
 * loaded from anywhere, no form is sent, and no style or script in the data would be taken.
 */
export function contentSecurityPolicy(): string {
  return [
    `default-src 'none'`,
    `style-src ${hashOf(pageStyle)} ${hashOf(darkStyle)}`,
    `script-src ${hashOf(pageScript)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** All before the body. The dark colours are a sheet of their own, so that the script can switch it. */
export function pageHead(title: string): Markup {
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(contentSecurityPolicy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
<style id="dark" media="screen and (prefers-color-scheme: dark)">${new Markup(darkStyle)}</style>
<script>${new Markup(pageScript)}</script>
</head>
`;
}
