import { createSchool, syntheticCtf } from '@rollbook/synthetic';

/** The bytes of a CTF of the made-up school 9998888. */
export async function syntheticFile(pupils: number): Promise<Buffer> {
  let text = '';
  for await (const piece of syntheticCtf(createSchool({ seed: 7, pupils }))) text += piece;
  return Buffer.from(text);
}
