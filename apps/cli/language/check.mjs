// `node apps/cli/language/check.mjs`: refuses comments and titles of tests that do not begin with their subject, and
// subjects of commits that do not begin with a scope and a verb. Ends with 1 when it refused something.
import { refusalOfComment, refusalOfSubject, refusalOfTitle } from './rules.mjs';
import { COMMITS_SINCE, itemsOf, sourcePaths, subjectsSince } from './items.mjs';

const refused = [];
for (const path of sourcePaths()) {
  const { comments, titles } = itemsOf(path);
  for (const [items, refusal] of [
    [comments, refusalOfComment],
    [titles, refusalOfTitle],
  ]) {
    for (const { line, text } of items) {
      const why = refusal(text);
      if (why) refused.push(`${path}:${line} ${why}: ${text}`);
    }
  }
}
for (const subject of subjectsSince(COMMITS_SINCE)) {
  const why = refusalOfSubject(subject);
  if (why) refused.push(`commit ${why}: ${subject}`);
}
for (const line of refused) process.stderr.write(`${line}\n`);
process.exit(refused.length === 0 ? 0 : 1);
