// `node apps/cli/language/check.mjs`: refuses comments and test titles that do not begin with their subject, and commit
// subjects that do not begin with a scope and a verb. Exits with status 1 if it refuses any of them.
import { refusalOfComment, refusalOfSubject, refusalOfTitle } from './rules.mjs';
import { LAST_UNCHECKED_COMMIT, itemsOf, sourcePaths, commitSubjectsAfter } from './items.mjs';

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
for (const subject of commitSubjectsAfter(LAST_UNCHECKED_COMMIT)) {
  const why = refusalOfSubject(subject);
  if (why) refused.push(`commit ${why}: ${subject}`);
}
for (const line of refused) process.stderr.write(`${line}\n`);
process.exit(refused.length === 0 ? 0 : 1);
