/** Prints one plain closing line, for machines that read a log and do not know vitest's own summary. */
export default class PlainSummaryReporter {
  onTestRunEnd(modules) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === 'passed' ? 'passed' : state === 'failed' ? 'failed' : 'skipped']++;
      }
      // A file that could not even be collected has no tests to count.
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) count.failed++;
    }
    // After the default reporter's own summary.
    process.once('exit', () => {
      console.log(`\ntests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    });
  }
}
